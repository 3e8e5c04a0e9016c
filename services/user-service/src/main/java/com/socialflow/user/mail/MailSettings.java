package com.socialflow.user.mail;

import static com.socialflow.core.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param smtpUrl {@code smtp://user:password@host:587} (STARTTLS, required unless {@code ?tls=none} is added) or
 *     {@code smtps://user:password@host:465}; empty: messages stay here, for administrators to read
 * @param from the address that they come from, such as {@code Social Flow <no-reply@example.com>}
 */
@ConfigurationProperties("socialflow.mail")
public record MailSettings(
        @DefaultValue("") String smtpUrl,
        @DefaultValue("Social Flow <no-reply@localhost>") String from) {

    public MailSettings {
        require(from.contains("@"), "socialflow.mail.from is an email address, not %s", from);
    }

    /** Whether there is no mail server: messages stay in the database. */
    boolean local() {
        return smtpUrl.isEmpty();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "MailSettings[local=%s, from=%s]".formatted(local(), from);
    }
}
