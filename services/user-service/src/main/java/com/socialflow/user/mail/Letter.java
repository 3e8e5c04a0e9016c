package com.socialflow.user.mail;

import java.util.Map;

/**
 * A message to a person, before it is put into words.
 *
 * @param kind which text, such as {@code verify-email}: a template of each language has this name
 * @param values what the text says beside its words; links are whole addresses
 */
public record Letter(String kind, Map<String, String> values) {

    /** The value that is an address which ends letters of this kind (RFC 8058), if there is one. */
    public static final String UNSUBSCRIBE = "unsubscribe";

    public Letter {
        values = Map.copyOf(values);
    }

    /** Keeps links with tokens out of logs. */
    @Override
    public String toString() {
        return "Letter[kind=%s]".formatted(kind);
    }
}
