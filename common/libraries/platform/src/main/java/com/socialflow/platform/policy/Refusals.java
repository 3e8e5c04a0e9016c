package com.socialflow.platform.policy;

import com.socialflow.core.Problem;
import com.socialflow.platform.policy.cedar.Policy;

/** What somebody is told who may not. */
final class Refusals {

    private static final String CHALLENGE = "WWW-Authenticate";

    private Refusals() {}

    /** Whoever is not signed in is asked to be, whatever else is in the way. */
    static Problem notPermitted(boolean anonymous) {
        return anonymous ? signIn() : Problem.forbidden("your account may not do this");
    }

    /** The policy's own code and sentence, from its {@code @problem} and {@code @detail}. */
    static Problem forbidden(Policy policy, boolean anonymous) {
        var code = policy.problem();
        if (anonymous || code == null) {
            return notPermitted(anonymous);
        }
        var detail = policy.annotations().get("detail");
        return Problem.of(403, code, "%s", detail == null ? sentence(code) : detail);
    }

    private static String sentence(String code) {
        return code.equals("reauthentication-required")
                ? "prove that it is you, at /api/v1/sessions/current/reauthentication, and repeat this"
                : "your account may not do this now";
    }

    private static Problem signIn() {
        return Problem.unauthorized("authentication-required", "sign in first");
    }

    /** RFC 6750, section 3.1. */
    static Problem scope(Requirement needed) {
        if (needed.scope().isEmpty()) {
            return insufficient("this is not for other programs: the person does it in our own")
                    .header(CHALLENGE, "Bearer error=\"insufficient_scope\"");
        }
        return insufficient("this program was not given the scope %s".formatted(needed.scope()))
                .header(CHALLENGE, "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(needed.scope()));
    }

    private static Problem insufficient(String detail) {
        return Problem.of(403, "insufficient-scope", "%s", detail);
    }
}
