package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin")
class ApprovalController {

    /** Characters: some paragraphs. */
    private static final int REASON_MAX = 1_000;

    private final Approvals approvals;

    ApprovalController(Approvals approvals) {
        this.approvals = approvals;
    }

    record ApprovalView(AccountId account, String username, String reason, Instant createdAt) {

        static ApprovalView of(Approval approval) {
            return new ApprovalView(approval.account(), approval.username(), approval.reason(), approval.createdAt());
        }
    }

    record RejectionForm(@Nullable String reason) {}

    @GetMapping("/approvals")
    @Permit(value = "approval.list", scope = "admin:read")
    ResponseEntity<PageView<ApprovalView>> list(PageRequest request, Actor actor) {
        return PageView.of(approvals.page(request.after(), request.limit()), ApprovalView::of);
    }

    @PostMapping("/accounts/{id}/approval")
    @Permit(value = "account.approve", scope = "admin:write")
    ResponseEntity<Void> approve(@PathVariable String id, Actor actor) {
        if (!approvals.approve(account(id))) {
            throw nobody();
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/accounts/{id}/rejection")
    @Permit(value = "account.reject", scope = "admin:write")
    ResponseEntity<Void> reject(
            @PathVariable String id, @RequestBody(required = false) @Nullable RejectionForm form, Actor actor) {
        var reason = form == null || form.reason() == null ? "" : form.reason();
        if (reason.length() > REASON_MAX) {
            throw Problem.invalid("reason", "too-long", "at most %d characters", REASON_MAX);
        }
        if (!approvals.reject(account(id), reason)) {
            throw nobody();
        }
        return ResponseEntity.noContent().build();
    }

    private static AccountId account(String id) {
        try {
            return AccountId.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("account");
        }
    }

    private static Problem nobody() {
        return Problem.conflict("account-not-waiting", "nobody of this id waits for approval");
    }
}
