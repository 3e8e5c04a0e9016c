package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.user.PrivacySettings;
import com.socialflow.user.passwords.PasswordRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may register, and with what. */
@Component
class RegistrationRules {

    /** Years. The oldest person known reached 122. */
    private static final int AGE_MAX = 125;

    /** BCP 47 tags of languages that people speak are shorter (RFC 5646, section 4.4.1). */
    private static final int LOCALE_MAX = 35;

    /** Characters. Some paragraphs: somebody has to read it. */
    private static final int REASON_MAX = 1_000;

    /** Longer than any code of ours. */
    private static final int INVITE_MAX = 100;

    /** Characters. A browser's answer names its ceremony by an id of ours. */
    private static final int CEREMONY_MAX = 200;

    private static final String SERVICE = "socialflow";

    private final PasswordRules passwords;
    private final PrivacySettings privacy;
    private final Clock clock;

    RegistrationRules(PasswordRules passwords, PrivacySettings privacy, Clock clock) {
        this.passwords = passwords;
        this.privacy = privacy;
        this.clock = clock;
    }

    /**
     * What the form says, when all of it is acceptable.
     *
     * @throws Problem 422 with everything that is not; {@code parental-consent-required} when it is the age alone
     */
    Registration read(RegistrationForm form, Origin origin) {
        var errors = new ArrayList<FieldError>();
        var username = read("username", form.username(), Username::choose, errors);
        var email = read("email", form.email(), Email::parse, errors);
        var password = password(form, origin, username, email, errors);
        var passkey = passkey(form, errors);
        var birthDate = read("birthDate", form.birthDate(), this::birthDate, errors);
        var displayName = optional("displayName", form.displayName(), DisplayName::parse, errors);
        var locale = optional("locale", form.locale(), RegistrationRules::locale, errors);
        var invite = optional("invite", form.invite(), text -> atMost("invite", INVITE_MAX, text), errors);
        var reason = optional("reason", form.reason(), text -> atMost("reason", REASON_MAX, text), errors);
        if (!errors.isEmpty() || username == null || email == null || birthDate == null) {
            throw Problem.invalid(errors);
        }
        return new Registration(
                username,
                email,
                password,
                passkey,
                oldEnough(birthDate, origin),
                displayName == null ? new DisplayName(username.value()) : displayName,
                locale == null ? "en" : locale,
                invite,
                reason);
    }

    /** A password; none beside a passkey, or when another provider answers for the person. */
    private @Nullable String password(
            RegistrationForm form,
            Origin origin,
            @Nullable Username username,
            @Nullable Email email,
            List<FieldError> errors) {
        if (form.password() == null && (form.passkey() != null || origin.identified())) {
            return null;
        }
        var personal = new ArrayList<>(List.of(SERVICE));
        if (username != null) {
            personal.add(username.value());
        }
        if (email != null) {
            personal.add(email.mailbox());
        }
        return read("password", form.password(), text -> passwords.check(text, personal), errors);
    }

    /** What knows passkeys looks at it closely; here it only has to be whole. */
    private static @Nullable PasskeyAnswer passkey(RegistrationForm form, List<FieldError> errors) {
        var sent = form.passkey();
        if (sent == null) {
            return null;
        }
        if (form.password() != null) {
            errors.add(new FieldError("passkey", "not-both", "an account begins with a password or with a passkey"));
            return null;
        }
        var ceremony = sent.ceremony();
        var credential = sent.credential();
        if (ceremony == null || ceremony.length() > CEREMONY_MAX || credential == null || !credential.isObject()) {
            errors.add(new FieldError("passkey", "malformed", "this is no answer of an authenticator"));
            return null;
        }
        return new PasskeyAnswer(ceremony, credential);
    }

    private static <T> @Nullable T optional(
            String field, @Nullable String text, Function<String, T> parse, List<FieldError> errors) {
        return text == null ? null : read(field, text, parse, errors);
    }

    private static String atMost(String field, int length, String text) {
        if (text.length() > length) {
            throw Problem.invalid(field, "too-long", "at most %d characters", length);
        }
        return text.strip();
    }

    private static String locale(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            if (!locale.getLanguage().isEmpty() && text.length() <= LOCALE_MAX) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // The same answer as for a tag without a language.
        }
        throw Problem.invalid("locale", "malformed", "a locale looks like en or de-AT");
    }

    private static <T> @Nullable T read(
            String field, @Nullable String text, Function<String, T> parse, List<FieldError> errors) {
        if (text == null) {
            errors.add(new FieldError(field, "required", "this is needed"));
            return null;
        }
        try {
            return parse.apply(text);
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return null;
        }
    }

    private LocalDate birthDate(String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("birthDate", "malformed", "a birth date looks like 1990-12-31");
        }
        var today = today();
        if (date.isAfter(today) || date.isBefore(today.minusYears(AGE_MAX))) {
            throw Problem.invalid("birthDate", "out-of-range", "nobody alive was born then");
        }
        return date;
    }

    private LocalDate oldEnough(LocalDate birthDate, Origin origin) {
        var least = privacy.requireParentBelow();
        if (!origin.parentConsented() && birthDate.plusYears(least).isAfter(today())) {
            throw Problem.unprocessable("parental-consent-required", "under %d a parent has to agree first", least);
        }
        return birthDate;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
