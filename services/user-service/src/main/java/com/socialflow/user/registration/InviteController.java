package com.socialflow.user.registration;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.user.registration.Invites.CreateOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/invites")
class InviteController {

    private final Invites invites;
    private final InviteLetters letters;

    InviteController(Invites invites, InviteLetters letters) {
        this.invites = invites;
        this.letters = letters;
    }

    /** An invitation; with its code in the answer that made it, and nowhere else. */
    record InviteView(
            String id,
            @Nullable String code,
            @Nullable String link,
            @Nullable String email,
            List<String> roles,
            @Nullable String usedBy,
            Instant expiresAt) {

        static InviteView of(Invite invite, @Nullable String code, @Nullable String link) {
            return new InviteView(
                    Ids.format(invite.id()),
                    code,
                    link,
                    invite.email() == null ? null : invite.email().value(),
                    invite.roles().stream().sorted().toList(),
                    invite.usedBy() == null ? null : invite.usedBy().toString(),
                    invite.expiresAt());
        }
    }

    record InvitesView(List<InviteView> items) {}

    @GetMapping
    @Permit(value = "invite.list", scope = "admin:read")
    ResponseEntity<PageView<InviteView>> list(PageRequest request, Actor actor) {
        return PageView.of(invites.page(request.after(), request.limit()), invite -> InviteView.of(invite, null, null));
    }

    @PostMapping
    @Permit(value = "invite.create", scope = "admin:write")
    ResponseEntity<InvitesView> create(@RequestBody InviteOrder.Form form, Actor actor) {
        return switch (invites.create(actor, InviteOrder.read(form))) {
            case CreateOutcome.Created(var made) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new InvitesView(made.stream()
                                .map(one -> InviteView.of(one.invite(), one.code(), letters.link(one.code())))
                                .toList()));
            case CreateOutcome.RolesTooHigh() -> throw Problem.forbidden("only administrators give such roles away");
            case CreateOutcome.TooMany() ->
                throw Problem.conflict("too-many-invites", "at most %d that nobody used yet", Invites.OPEN_MAX);
        };
    }

    @DeleteMapping("/{id}")
    @Permit(value = "invite.delete", scope = "admin:write")
    ResponseEntity<Void> delete(@PathVariable String id, Actor actor) {
        if (!invites.delete(number(id))) {
            throw Problem.notFound("invite");
        }
        return ResponseEntity.noContent().build();
    }

    private static long number(String id) {
        try {
            return Ids.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("invite");
        }
    }
}
