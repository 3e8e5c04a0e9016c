package com.socialflow.user.oauth;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.AccessTokens;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.CrossSite;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.oauth.Grant.Giver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Says which person is asked: the one whose browser's cookie comes along, if that is enough for the program. */
@Lazy
@Component
class People {

    static final String DEVICE = "/oauth2/device_verification";

    /** RFC 8628, section 5.1: of 20^8 codes with perhaps a thousand waiting, nobody finds one so. */
    static final Allowance USER_CODES = new Allowance(10, Duration.ofMinutes(15));

    private final AccessTokens tokens;
    private final SessionCookies cookies;
    private final Answers answers;
    private final Throttle throttle;
    private final Clock clock;

    People(AccessTokens tokens, SessionCookies cookies, Answers answers, Throttle throttle, Clock clock) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.answers = answers;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Not a {@code Filter} itself: a bean of that type would stand before every request. */
    void filter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        var path = request.getServletPath();
        if (!path.equals(AuthorizationRequests.ENDPOINT) && !path.equals(DEVICE)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var actor = tokens.browser(cookies, request);
            var asks = path.equals(AuthorizationRequests.ENDPOINT) && !isAnswer(request);
            if (asks) {
                refuseObjects(request);
            } else {
                refuseForeign(request);
                actor.ifPresent(person -> limit(person, request));
            }
            var wish = asks ? LoginWish.of(request) : LoginWish.NONE;
            var enough = actor.filter(person -> wish.fulfilled(person.provenAt(), clock.instant()));
            if (enough.isEmpty() && !wish.silent()) {
                response.sendRedirect(loginPage(request, wish));
                return;
            }
            enough.ifPresent(People::signIn);
        } catch (Problem problem) {
            answers.problem(request, response, problem);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void signIn(Actor actor) {
        var giver = new Giver(actor.account(), Ids.parse(actor.session()), actor.provenAt());
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(giver)));
    }

    /** Whether this is a person's answer, not a program's question. */
    private static boolean isAnswer(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getParameter("response_type") == null;
    }

    /** RFC 9101 and RFC 9126 are not spoken here; what a program says by them must not be passed over. */
    private static void refuseObjects(HttpServletRequest request) {
        if (request.getParameter("request") != null || request.getParameter("request_uri") != null) {
            throw Problem.badRequest(
                    "request-not-supported", "parameters are sent as they are, not in a request object");
        }
    }

    private static void refuseForeign(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            throw Problem.of(405, "method-not-allowed", "this takes a form").header("Allow", "POST");
        }
        CrossSite.refuseForm(request);
    }

    private void limit(Actor actor, HttpServletRequest request) {
        if (request.getParameter("user_code") == null || request.getParameter("state") != null) {
            return;
        }
        var wait = throttle.take("user-code:" + actor.account(), USER_CODES);
        if (!wait.isZero()) {
            throw Problem.tooMany(
                    "too-many-attempts", wait.toSeconds() + 1, "too many codes: wait before the next try");
        }
    }

    /** Our own page, which leads back here; it is told when a sign-in from before does not count. */
    private String loginPage(HttpServletRequest request, LoginWish wish) {
        if (request.getServletPath().equals(DEVICE)) {
            return "/login?next=" + Answers.encoded("/device");
        }
        var next = wish.address(request, clock.instant());
        return "/login?next=" + Answers.encoded(next) + (wish.demanding() ? "&reauthenticate=1" : "");
    }
}
