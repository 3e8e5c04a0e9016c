package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.user.admin.Administration.RolesOutcome;
import com.socialflow.user.admin.Suspensions.SuspendOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/accounts")
class AdminAccountController {

    private final Administration administration;
    private final Suspensions suspensions;

    AdminAccountController(Administration administration, Suspensions suspensions) {
        this.administration = administration;
        this.suspensions = suspensions;
    }

    @GetMapping
    @Permit(value = "admin.account.list", scope = "admin:read")
    ResponseEntity<PageView<AdminBodies.Row>> list(
            @RequestParam @Nullable String query,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String role,
            PageRequest page) {
        return PageView.of(administration.list(new AccountQuery(query, state, role), page), AdminBodies.Row::of);
    }

    @GetMapping("/{id}")
    @Permit(value = "admin.account.read", scope = "admin:read")
    AdminBodies.Detail read(@PathVariable AccountId id) {
        return administration.read(id).map(AdminBodies.Detail::of).orElseThrow(() -> Problem.notFound("account"));
    }

    @PutMapping("/{id}/roles")
    @Permit(value = "admin.roles", scope = "admin:write")
    AdminBodies.Detail roles(@PathVariable AccountId id, @RequestBody AdminBodies.RolesForm form) {
        return switch (administration.setRoles(id, form.checked())) {
            case RolesOutcome.Changed(var account) -> AdminBodies.Detail.of(account);
            case RolesOutcome.NotFound() -> throw Problem.notFound("account");
            case RolesOutcome.LastAdmin() -> throw lastAdmin();
        };
    }

    @PutMapping("/{id}/suspension")
    @Permit(value = "admin.suspend", scope = "admin:write")
    AdminBodies.Detail suspend(@PathVariable AccountId id, @RequestBody AdminBodies.SuspensionForm form, Actor actor) {
        return switch (suspensions.suspend(id, form.checkedReason(), form.until(), actor.account())) {
            case SuspendOutcome.Suspended(var account) -> AdminBodies.Detail.of(account);
            case SuspendOutcome.NotFound() -> throw Problem.notFound("account");
            case SuspendOutcome.LastAdmin() -> throw lastAdmin();
            case SuspendOutcome.AlreadyOver() -> throw Problem.invalid("until", "past", "this time is over");
        };
    }

    @DeleteMapping("/{id}/suspension")
    @Permit(value = "admin.restore", scope = "admin:write")
    ResponseEntity<Void> restore(@PathVariable AccountId id) {
        if (!suspensions.restore(id)) {
            throw Problem.notFound("account");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/password-change")
    @Permit(value = "admin.password-change", scope = "admin:write")
    ResponseEntity<Void> demandPassword(@PathVariable AccountId id) {
        return switch (administration.demandPassword(id)) {
            case DEMANDED -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw Problem.notFound("account");
            case NO_PASSWORD -> throw Problem.conflict("no-password", "this account has no password to change");
        };
    }

    private static Problem lastAdmin() {
        return Problem.conflict("last-admin", "this is the last administrator: make another one first");
    }
}
