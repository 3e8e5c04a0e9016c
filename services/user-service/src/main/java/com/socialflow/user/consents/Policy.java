package com.socialflow.user.consents;

/**
 * A text that people agree to, in one language.
 *
 * @param version the day on which it began to apply, which says nothing of the language
 * @param text Markdown
 * @param hash SHA-256 of the text
 */
record Policy(Purpose purpose, String version, String language, String title, String text, byte[] hash) {}
