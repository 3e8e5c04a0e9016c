package com.socialflow.user.sessions;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.user.sessions.Session.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
            throw missing("login", login, "password", password);
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

    /** The answer to {@code mfa-required}. */
    record CodeForm(
            @Nullable String challenge,
            @Nullable String method,
            @Nullable String code) {

        /** Keeps the code out of logs. */
        @Override
        public String toString() {
            return "CodeForm[method=%s]".formatted(method);
        }
    }

    /** The answer to {@code password-change-required}. */
    record NewPasswordForm(
            @Nullable String challenge, @Nullable String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "NewPasswordForm[]";
        }
    }

    record RefreshForm(@Nullable String refreshToken) {}

    record SessionList(List<SessionView> items) {}

    record SessionView(
            String id,
            boolean current,
            DeviceView device,
            String address,
            Instant createdAt,
            Instant lastUsedAt,
            List<String> methods) {

        static SessionView of(Listed session, String current) {
            var id = Ids.format(session.id());
            return new SessionView(
                    id,
                    id.equals(current),
                    new DeviceView(
                            session.device().name(), session.device().kind().text()),
                    session.network(),
                    session.createdAt(),
                    session.refreshedAt(),
                    List.copyOf(new TreeSet<>(session.methods())));
        }
    }

    record DeviceView(String name, String kind) {}

    /** 422 with those of the fields that are absent, given as names and values in turn. */
    static Problem missing(@Nullable String... fields) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] == null) {
                errors.add(new FieldError(String.valueOf(fields[i]), "required", "this is needed"));
            }
        }
        return Problem.invalid(errors);
    }
}
