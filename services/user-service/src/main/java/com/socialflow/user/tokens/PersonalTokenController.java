package com.socialflow.user.tokens;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.oauth.Scopes;
import java.time.Duration;
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
@RequestMapping("/api/v1/me/access-tokens")
class PersonalTokenController {

    private static final int NAME_MAX = 60;

    /** A secret that lies in a file must not be good for ever. */
    private static final int DAYS_MAX = 365;

    private final PersonalTokens tokens;

    PersonalTokenController(PersonalTokens tokens) {
        this.tokens = tokens;
    }

    record TokenForm(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer expiresInDays) {}

    /** A token, which itself is told only when it is made. */
    record TokenView(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String token) {

        static TokenView of(PersonalToken token, @Nullable String text) {
            return new TokenView(
                    Ids.format(token.id()),
                    token.name(),
                    token.scopes().stream().sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.usedAt(),
                    text);
        }
    }

    /** All of them: there can't be many. */
    record TokensView(List<TokenView> items) {}

    @GetMapping
    @Permit("token.list")
    TokensView list(Actor actor) {
        return new TokensView(tokens.of(actor.account()).stream()
                .map(token -> TokenView.of(token, null))
                .toList());
    }

    @PostMapping
    @Permit("token.create")
    ResponseEntity<TokenView> create(@RequestBody TokenForm form, Actor actor) {
        var name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw Problem.invalid("name", "invalid", "1 to %d characters", NAME_MAX);
        }
        var days = form.expiresInDays();
        if (days == null || days < 1 || days > DAYS_MAX) {
            throw Problem.invalid("expiresInDays", "out-of-range", "1 to %d", DAYS_MAX);
        }
        var scopes = Scopes.api(form.scopes() == null ? List.of() : form.scopes());
        return switch (tokens.create(actor.account(), name, scopes, Duration.ofDays(days))) {
            case PersonalTokens.CreateOutcome.Created(var token, var text) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(TokenView.of(token, text));
            case PersonalTokens.CreateOutcome.TooMany() ->
                throw Problem.unprocessable(
                        "too-many-tokens", "at most %d tokens for one person", PersonalTokens.TOKENS_MAX);
        };
    }

    @DeleteMapping("/{id}")
    @Permit("token.remove")
    ResponseEntity<Void> remove(@PathVariable String id, Actor actor) {
        if (!tokens.remove(actor.account(), parsed(id))) {
            throw Problem.notFound("token");
        }
        return ResponseEntity.noContent().build();
    }

    private static long parsed(String id) {
        try {
            return Ids.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("token");
        }
    }
}
