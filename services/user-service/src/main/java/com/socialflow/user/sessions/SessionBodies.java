package com.socialflow.user.sessions;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What goes in and out of the session calls. */
final class SessionBodies {

    private SessionBodies() {}

    /** A username or an email address, and a password. */
    record SignInForm(@Nullable String login, @Nullable String password) {

        /**
         * The form when it is filled in.
         *
         * @throws Problem 422 when something is missing
         */
        Filled filled() {
            if (login != null && password != null) {
                return new Filled(login, password);
            }
            var missing = new ArrayList<FieldError>();
            if (login == null) {
                missing.add(new FieldError("login", "required", "this is needed"));
            }
            if (password == null) {
                missing.add(new FieldError("password", "required", "this is needed"));
            }
            throw Problem.invalid(missing);
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "SignInForm[]";
        }
    }

    record Filled(String login, String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Filled[]";
        }
    }

    record RefreshForm(@Nullable String refreshToken) {}

    /** RFC 6749, section 5.1, in this API's manner; without tokens when they travel in cookies. */
    record TokenView(
            @Nullable String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken) {}
}
