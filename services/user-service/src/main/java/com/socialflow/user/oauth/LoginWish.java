package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a sign-in a program asks for (OpenID Connect Core, section 3.1.2.1: {@code prompt} and {@code max_age}).
 *
 * @param silent whether the person must not be shown anything
 * @param anew whether the person must sign in again
 * @param ageMax how long ago the person may have signed in; null: any time
 * @param sentAt when we sent the person to the sign-in page for this; null: not yet
 */
record LoginWish(
        boolean silent,
        boolean anew,
        @Nullable Duration ageMax,
        @Nullable Instant sentAt) {

    static final LoginWish NONE = new LoginWish(false, false, null, null);

    /** Added to the address on the way to the sign-in page: epoch seconds. */
    private static final String SENT = "sf_sent";

    /** How long somebody may take to sign in. Whoever makes the time up gets no more than a sign-in of that age. */
    private static final Duration SIGN_IN_MAX = Duration.ofMinutes(10);

    private static final int DIGITS_MAX = 10;

    static LoginWish of(HttpServletRequest request) {
        var prompt = request.getParameter("prompt");
        var prompts = prompt == null ? List.<String>of() : List.of(prompt.split(" "));
        var sent = number(request, SENT);
        var age = number(request, "max_age");
        return new LoginWish(
                prompts.contains("none"),
                prompts.contains("login") || prompts.contains("select_account"),
                age == null ? null : Duration.ofSeconds(age),
                sent == null ? null : Instant.ofEpochSecond(sent));
    }

    private static @Nullable Long number(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1," + DIGITS_MAX + "}")) {
            throw Problem.badRequest("malformed", "%s is a number of seconds", name);
        }
        return Long.valueOf(text);
    }

    /** Whether a sign-in from before may not do. */
    boolean demanding() {
        return anew || ageMax != null;
    }

    /** Whether a person who last proved to be that person at that time is what the program asks for. */
    boolean fulfilled(Instant provenAt, Instant now) {
        if (!demanding()) {
            return true;
        }
        var proven = provenAt.getEpochSecond();
        var came = sentAt != null && !sentAt.plus(SIGN_IN_MAX).isBefore(now) && proven >= sentAt.getEpochSecond();
        var fresh = ageMax != null && proven >= now.minus(ageMax).getEpochSecond();
        return came || (fresh && !anew);
    }

    /** The address to come back to after signing in. */
    String address(HttpServletRequest request, Instant now) {
        var query = new StringJoiner("&");
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                if (!name.equals(SENT)) {
                    query.add(Answers.encoded(name) + "=" + Answers.encoded(value));
                }
            }
        });
        if (demanding()) {
            query.add(SENT + "=" + now.getEpochSecond());
        }
        return AuthorizationRequests.ENDPOINT + "?" + query;
    }
}
