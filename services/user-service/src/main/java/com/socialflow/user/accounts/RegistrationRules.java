package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.user.PrivacySettings;
import com.socialflow.user.accounts.ProvidedRegistrations.ProvidedForm;
import com.socialflow.user.passwords.PasswordRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may register, and with what. */
@Component
class RegistrationRules {

    /** Years. The oldest person known reached 122. */
    private static final int AGE_MAX = 125;

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
    Registration read(RegistrationForm form) {
        var registration = readChild(form);
        requireOldEnough(registration.birthDate());
        return registration;
    }

    /** The same of somebody for whom a parent answers, who may be of any age. */
    Registration readChild(RegistrationForm form) {
        var errors = new ArrayList<FieldError>();
        var username = read("username", form.username(), Username::choose, errors);
        var email = read("email", form.email(), Email::parse, errors);
        var personal = new ArrayList<>(List.of(SERVICE));
        if (username != null) {
            personal.add(username.value());
        }
        if (email != null) {
            personal.add(email.mailbox());
        }
        var password = read("password", form.password(), text -> passwords.check(text, personal), errors);
        var birthDate = read("birthDate", form.birthDate(), this::birthDate, errors);
        var displayName =
                form.displayName() == null ? null : read("displayName", form.displayName(), DisplayName::parse, errors);
        if (!errors.isEmpty() || username == null || email == null || password == null || birthDate == null) {
            throw Problem.invalid(errors);
        }
        return new Registration(
                username,
                email,
                password,
                birthDate,
                displayName == null ? new DisplayName(username.value()) : displayName);
    }

    /**
     * The same of somebody who needs no password.
     *
     * @throws Problem as above
     */
    Registration read(ProvidedForm form) {
        var errors = new ArrayList<FieldError>();
        var username = read("username", form.username(), Username::choose, errors);
        var email = read("email", form.email(), Email::parse, errors);
        var birthDate = read("birthDate", form.birthDate(), this::birthDate, errors);
        var displayName =
                form.displayName() == null ? null : read("displayName", form.displayName(), DisplayName::parse, errors);
        if (!errors.isEmpty() || username == null || email == null || birthDate == null) {
            throw Problem.invalid(errors);
        }
        requireOldEnough(birthDate);
        return new Registration(
                username, email, "", birthDate, displayName == null ? new DisplayName(username.value()) : displayName);
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

    private void requireOldEnough(LocalDate birthDate) {
        var least = privacy.requireParentBelow();
        if (birthDate.plusYears(least).isAfter(today())) {
            throw Problem.unprocessable("parental-consent-required", "under %d a parent has to agree first", least);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
