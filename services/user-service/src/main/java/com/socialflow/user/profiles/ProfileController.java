package com.socialflow.user.profiles;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.profiles.Profiles.EditOutcome;
import com.socialflow.user.profiles.Profiles.Sight;
import com.socialflow.user.profiles.Usernames.ChangeOutcome;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class ProfileController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** What a program needs to see an email address and a birth date. */
    private static final String EMAIL_SCOPE = "email:read";

    private final Profiles profiles;
    private final Renaming renaming;

    ProfileController(Profiles profiles, Renaming renaming) {
        this.profiles = profiles;
        this.renaming = renaming;
    }

    /** A wish for a name. */
    record UsernameForm(@Nullable String username) {}

    @GetMapping("/me")
    @Permit(value = "account.read-own", scope = "profile:read")
    @Nullable
    ResponseEntity<ProfileViews.Own> me(Actor actor, WebRequest request) {
        var view = own(profiles.find(actor.account()).orElseThrow(ProfileController::gone), actor);
        if (request.checkNotModified(view.etag())) {
            return null;
        }
        return answer(view);
    }

    /** A JSON merge patch (RFC 7396). */
    @PatchMapping(
            path = "/me",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
    @Permit(value = "profile.edit", scope = "profile:write")
    ResponseEntity<ProfileViews.Own> edit(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch,
            Actor actor) {
        return switch (profiles.edit(actor.account(), revision(ifMatch), said -> ProfilePatch.apply(said, patch))) {
            case EditOutcome.Edited(var person) -> answer(own(person, actor));
            case EditOutcome.ChangedMeanwhile() ->
                throw Problem.of(412, "changed-meanwhile", "the profile changed since you read it: read it again");
            case EditOutcome.Gone() -> throw gone();
        };
    }

    /** The revision in an entity tag that {@link ProfileViews.Own#etag} wrote; another tag matches none. */
    private static OptionalLong revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        var tag = ifMatch.strip();
        var dash = tag.indexOf('-');
        try {
            return OptionalLong.of(Long.parseLong(tag, tag.startsWith("\"") ? 1 : 0, dash < 0 ? 0 : dash, 10));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.of(-1);
        }
    }

    @PutMapping("/me/username")
    @Permit("username.change")
    ResponseEntity<ProfileViews.Own> rename(@RequestBody UsernameForm form, Actor actor) {
        var wanted = form.username();
        if (wanted == null) {
            throw Problem.invalid("username", "required", "this is needed");
        }
        return switch (renaming.change(actor.account(), wanted)) {
            case ChangeOutcome.Changed(var person) -> answer(own(person, actor));
            case ChangeOutcome.Taken() -> throw Problem.conflict("username-taken", "somebody has this username");
            case ChangeOutcome.TooSoon(var next) ->
                throw Problem.conflict(
                                "username-changed-recently",
                                "a username changes once in %d days",
                                Usernames.CHANGE_EVERY.toDays())
                        .extension("nextChangeAt", next.toString());
            case ChangeOutcome.Gone() -> throw gone();
        };
    }

    /** A person by id or @username; who was called so leads to whom is called otherwise now. */
    @GetMapping("/accounts/{reference}")
    @Permit(value = "account.read", scope = "profile:read")
    @Nullable
    ResponseEntity<ProfileViews.Public> see(@PathVariable String reference, Optional<Actor> actor, WebRequest request) {
        return switch (profiles.see(reference, actor.map(Actor::account))) {
            case Sight.Seen(var person) -> {
                var view = ProfileViews.Public.of(person);
                yield request.checkNotModified(view.etag())
                        ? null
                        : ResponseEntity.ok()
                                .cacheControl(CacheControl.noCache())
                                .eTag(view.etag())
                                .body(view);
            }
            // Permanent, but the person may change back.
            case Sight.Renamed(var now) ->
                ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                        .location(URI.create("/api/v1/accounts/@" + now))
                        .cacheControl(CacheControl.noCache())
                        .build();
            case Sight.Nobody() -> throw Problem.notFound("account");
        };
    }

    static ProfileViews.Own own(Person person, Actor actor) {
        var delegation = actor.delegation();
        return ProfileViews.Own.of(
                person, delegation == null || delegation.scopes().contains(EMAIL_SCOPE));
    }

    static ResponseEntity<ProfileViews.Own> answer(ProfileViews.Own view) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .eTag(view.etag())
                .body(view);
    }

    static Problem gone() {
        return Problem.unauthorized("authentication-required", "this account is gone");
    }
}
