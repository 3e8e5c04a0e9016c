package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.passkeys.PasskeyBodies.Answer;
import com.socialflow.user.passkeys.PasskeyBodies.ChallengeForm;
import com.socialflow.user.passkeys.PasskeyBodies.CreationOptions;
import com.socialflow.user.passkeys.PasskeyBodies.NewAccountForm;
import com.socialflow.user.passkeys.PasskeyBodies.OptionsView;
import com.socialflow.user.passkeys.PasskeyBodies.RequestOptions;
import com.socialflow.user.passkeys.PasskeyBodies.ShownForm;
import com.socialflow.user.sessions.Reception;
import com.socialflow.user.sessions.TokenView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Limited(RouteClass.SIGN_IN)
@RestController
class PasskeySignInController {

    /** As a username's own rules say; who may have which name is decided when it is registered. */
    private static final int USERNAME_MAX = 30;

    private static final int DISPLAY_NAME_MAX = 100;

    private final Ceremonies ceremonies;
    private final Passkeys passkeys;
    private final PasskeyEntrances entrances;
    private final Reception reception;

    PasskeySignInController(Ceremonies ceremonies, Passkeys passkeys, PasskeyEntrances entrances, Reception reception) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.entrances = entrances;
        this.reception = reception;
    }

    /** Without a challenge and signed out, any passkey will do: its owner is who signs in. */
    @PostMapping(SessionCookies.SESSIONS_PATH + "/passkey/options")
    @Permit("session.open")
    ResponseEntity<OptionsView<RequestOptions>> options(
            @RequestBody(required = false) @Nullable ChallengeForm form,
            Optional<Actor> actor,
            HttpServletRequest request) {
        var challenge = form == null ? null : form.challenge();
        var challenged = challenge == null ? null : entrances.challenged(challenge);
        var account = challenged == null ? actor.map(Actor::account).orElse(null) : challenged;
        var begun = ceremonies.show(challenged, reception.origin(request));
        return secretly(RequestOptions.of(begun, allowed(account)));
    }

    private List<Passkey> allowed(@Nullable AccountId account) {
        return account == null ? List.of() : passkeys.of(account);
    }

    @PostMapping(SessionCookies.SESSIONS_PATH + "/passkey")
    @Permit("session.open")
    ResponseEntity<TokenView> signIn(
            @RequestBody ShownForm form, HttpServletRequest request, HttpServletResponse response) {
        var visit = reception.visit(request);
        Answer answer = form.answer();
        if (form.challenge() != null) {
            return reception.answer(entrances.second(form.challenge(), answer, visit), request, response);
        }
        return entrances
                .first(answer, visit)
                .map(entry -> reception.answer(entry, request, response))
                .orElseThrow(() ->
                        Problem.unauthorized("passkey-refused", "this passkey is not known here, or was not verified"));
    }

    @PostMapping("/api/v1/accounts/passkey-options")
    @Permit("account.register")
    ResponseEntity<OptionsView<CreationOptions>> register(
            @RequestBody NewAccountForm form, HttpServletRequest request) {
        if (form.username() == null) {
            throw Problem.invalid("username", "required", "this is needed");
        }
        var username = FirstPasskeys.normal(form.username());
        if (username.isEmpty() || username.length() > USERNAME_MAX) {
            throw Problem.invalid("username", "malformed", "a username is 3 to 30 characters of a to z, 0 to 9 and _");
        }
        var displayName =
                form.displayName() == null ? username : form.displayName().strip();
        if (displayName.length() > DISPLAY_NAME_MAX) {
            throw Problem.invalid("displayName", "too-long", "a name has at most %d characters", DISPLAY_NAME_MAX);
        }
        var begun = ceremonies.register(username, reception.origin(request));
        return secretly(CreationOptions.of(begun, username, displayName, List.of()));
    }

    private static <T> ResponseEntity<T> secretly(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
