package com.socialflow.user.federation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a provider sent and who has no account yet, between the provider's answer and the form.
 *
 * @param expiresAt epoch seconds
 */
record Ticket(
        String provider,
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name,
        long expiresAt) {

    static Ticket of(String provider, Subject subject, long expiresAt) {
        return new Ticket(
                provider,
                subject.issuer(),
                subject.value(),
                subject.email(),
                subject.emailVerified(),
                subject.name(),
                expiresAt);
    }

    Subject asSubject() {
        return new Subject(issuer, subject, email, emailVerified, name);
    }

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "Ticket[provider=%s]".formatted(provider);
    }
}
