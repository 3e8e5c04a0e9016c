package com.socialflow.user.mail;

/**
 * A letter in words.
 *
 * @param subject one line
 * @param text the whole of it as plain text
 * @param html the same for programs that show more
 */
record Words(String subject, String text, String html) {

    /** Keeps links with tokens out of logs. */
    @Override
    public String toString() {
        return "Words[subject=%s]".formatted(subject);
    }
}
