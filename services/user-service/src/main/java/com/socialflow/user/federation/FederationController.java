package com.socialflow.user.federation;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.federation.FederatedSignIns.Answer;
import com.socialflow.user.federation.FederatedSignIns.Return;
import com.socialflow.user.sessions.Reception;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    private final Providers providers;
    private final FederatedSignIns signIns;
    private final FederatedEntrance entrance;
    private final ProviderCookie cookie;
    private final Reception reception;

    FederationController(
            Providers providers,
            FederatedSignIns signIns,
            FederatedEntrance entrance,
            ProviderCookie cookie,
            Reception reception) {
        this.providers = providers;
        this.signIns = signIns;
        this.entrance = entrance;
        this.cookie = cookie;
        this.reception = reception;
    }

    /**
     * Sends the browser to the provider. Asked for by a page of ours on behalf of somebody who is signed in, the
     * provider becomes another way to sign in, or proves once more who that is; a link on another site can't ask for
     * that.
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
                var rest = entrance.rest(entrance.enter(account, request), request, response);
                yield rest.isEmpty() ? redirect(URI.create(next)) : redirect(before(LOGIN, next), rest);
            }
            case Return.Newcomer(var ticket, var subject, var next) ->
                redirect(before(WELCOME, next), hints(ticket, subject));
            case Return.Linked(var next) -> redirect(URI.create(next));
            case Return.Failed(var why, var next) ->
                redirect(actor.isPresent() ? next : before(LOGIN, next), Map.of("problem", why));
        };
    }

    /** The page from which one goes on to another. */
    private static String before(String page, String next) {
        return page + "?" + CodeExchange.form(Map.of("next", next));
    }

    private static Map<String, String> hints(String ticket, Subject subject) {
        var hints = new LinkedHashMap<String, String>();
        hints.put("ticket", ticket);
        if (subject.email() != null) {
            hints.put("email", subject.email());
        }
        if (subject.name() != null) {
            hints.put("name", subject.name());
        }
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
