package com.socialflow.user.federation;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.federation.FederatedSignIns.Answer;
import com.socialflow.user.federation.FederatedSignIns.Return;
import com.socialflow.user.sessions.Entrance;
import com.socialflow.user.sessions.Entrance.EntryOutcome;
import com.socialflow.user.sessions.Methods;
import com.socialflow.user.sessions.Reception;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The two addresses of a sign-in with a provider, both for browsers: they answer with redirects. What went wrong, and
 * what a page needs to go on, stands in the fragment of the page's address, which reaches no log.
 */
@RestController
@RequestMapping(FederationController.PATH)
class FederationController {

    static final String PATH = "/api/v1/sign-in";

    private static final String LOGIN = "/login";
    private static final String WELCOME = "/welcome";

    /** Who wants to be known by a provider too proved to be who he or she is within this time. */
    private static final Duration PROOF_MAX = Duration.ofMinutes(10);

    private final Providers providers;
    private final FederatedSignIns signIns;
    private final Entrance entrance;
    private final Reception reception;
    private final ProviderCookie cookie;
    private final Clock clock;

    FederationController(
            Providers providers,
            FederatedSignIns signIns,
            Entrance entrance,
            Reception reception,
            ProviderCookie cookie,
            Clock clock) {
        this.providers = providers;
        this.signIns = signIns;
        this.entrance = entrance;
        this.reception = reception;
        this.cookie = cookie;
        this.clock = clock;
    }

    /**
     * Sends the browser to the provider. Asked for by a page of ours on behalf of somebody who is signed in, the provider
     * becomes another way to sign in; a link on another site can't ask for that.
     */
    @GetMapping("/{provider}")
    @Limited(RouteClass.SIGN_IN)
    @Permit("identity.sign-in")
    ResponseEntity<Void> begin(
            @PathVariable String provider,
            @RequestParam(defaultValue = "/") String next,
            Optional<Actor> actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = find(provider);
        var page = LocalPath.require(next);
        var linkFor = actor.filter(one -> one.delegation() == null)
                .filter(_ -> "same-origin".equals(request.getHeader("Sec-Fetch-Site")))
                .orElse(null);
        if (linkFor != null && clock.instant().isAfter(linkFor.provenAt().plus(PROOF_MAX))) {
            return redirect(page, Map.of("problem", "reauthentication-required"));
        }
        try {
            var begun = signIns.begin(asked, page, redirectUri(asked, request), linkFor);
            cookie.write(request, response, begun.cookie());
            return redirect(begun.address());
        } catch (FederationFailure failure) {
            return redirect(
                    linkFor == null ? LOGIN : page,
                    Map.of("problem", failure.reason().code()));
        }
    }

    /** Where the provider sends the browser back to. */
    @GetMapping("/{provider}/callback")
    @Limited(RouteClass.SIGN_IN)
    @Permit("identity.sign-in")
    ResponseEntity<Void> callback(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String error,
            Optional<Actor> actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = find(provider);
        var kept = cookie.read(request);
        cookie.clear(request, response);
        var answer = new Answer(code, state, iss, error);
        return switch (signIns.complete(asked, answer, kept, redirectUri(asked, request), actor)) {
            case Return.Known(var account, var next) -> {
                var visit = reception.visit(request).inBrowser();
                yield arrive(entrance.enter(account, Set.of(Methods.PROVIDER), visit), next, request, response);
            }
            case Return.Newcomer(var ticket, var subject, var next) -> redirect(WELCOME, hints(ticket, subject, next));
            case Return.Linked(var next) -> redirect(URI.create(next));
            case Return.Failed(var why, var next) ->
                actor.isPresent() ? redirect(next, Map.of("problem", why)) : login(next, Map.of("problem", why));
        };
    }

    private ResponseEntity<Void> arrive(
            EntryOutcome outcome, String next, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case EntryOutcome.In in -> {
                reception.admit(in, request, response);
                yield redirect(URI.create(next));
            }
            case EntryOutcome.FactorNeeded(var challenge, var offered) ->
                login(next, Map.of("challenge", challenge, "methods", String.join(" ", offered)));
            case EntryOutcome.PasswordChangeNeeded _ -> login(next, Map.of("problem", "password-change-required"));
            case EntryOutcome.AwaitingApproval() -> login(next, Map.of("problem", "account-awaiting-approval"));
            case EntryOutcome.Suspended() -> login(next, Map.of("problem", "account-suspended"));
            case EntryOutcome.Gone() -> login(next, Map.of("problem", "account-gone"));
        };
    }

    private static ResponseEntity<Void> login(String next, Map<String, String> fragment) {
        return redirect(LOGIN + "?" + CodeExchange.form(Map.of("next", next)), fragment);
    }

    private static Map<String, String> hints(String ticket, Subject subject, String next) {
        var hints = new LinkedHashMap<String, String>();
        hints.put("ticket", ticket);
        if (subject.email() != null) {
            hints.put("email", subject.email());
        }
        if (subject.name() != null) {
            hints.put("name", subject.name());
        }
        hints.put("next", next);
        return hints;
    }

    private OidcProvider find(String id) {
        return providers.find(id).orElseThrow(() -> Problem.notFound("provider"));
    }

    private String redirectUri(OidcProvider provider, HttpServletRequest request) {
        return reception.origin(request) + PATH + "/" + provider.id() + "/callback";
    }

    private static ResponseEntity<Void> redirect(String page, Map<String, String> fragment) {
        return redirect(URI.create(page + "#" + CodeExchange.form(fragment).replace("+", "%20")));
    }

    private static ResponseEntity<Void> redirect(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(address)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
