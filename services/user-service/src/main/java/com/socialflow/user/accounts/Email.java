package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address: a mailbox of ASCII characters without quotes, at a domain with a dot (RFC 5321, section 4.1.2).
 * Only a message that arrives proves more.
 *
 * @param value as given, the domain in ASCII and lower case
 */
public record Email(String value) {

    /** RFC 5321, section 4.5.3.1, less the angle brackets. */
    private static final int LENGTH_MAX = 254;

    private static final int MAILBOX_MAX = 64;
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** The address that the text is; empty when it is none. */
    public static Optional<Email> find(String text) {
        var trimmed = text.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1 || at > MAILBOX_MAX || trimmed.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        var mailbox = trimmed.substring(0, at);
        var domain = ascii(trimmed.substring(at + 1));
        var address = mailbox + "@" + domain;
        return MAILBOX.matcher(mailbox).matches() && DOMAIN.matcher(domain).matches() && address.length() <= LENGTH_MAX
                ? Optional.of(new Email(address))
                : Optional.empty();
    }

    /**
     * The address that the text is.
     *
     * @throws Problem 422 when it is none
     */
    public static Email parse(String text) {
        return find(text)
                .orElseThrow(() -> Problem.invalid("email", "malformed", "this is no email address that takes mail"));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether letters to it arrive there: a child's go to the parent. */
    public boolean takesMail() {
        return !value.endsWith(ChildRegistrations.NO_MAIL);
    }

    /** What two addresses have in common that mean the same person: no mail server in use minds the case. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    public String mailbox() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
