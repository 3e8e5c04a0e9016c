package com.socialflow.social.text;

/** Something in a text that leads elsewhere, from its first UTF-16 unit to the unit after its last. */
public sealed interface Span {

    int start();

    int end();

    /** @param username in lower case; whose it is, if anybody's, is not known yet */
    record Mention(int start, int end, String username) implements Span {}

    /** @param tag folded, without {@code #} */
    record Hashtag(int start, int end, String tag) implements Span {}

    /** @param url with its scheme in lower case */
    record Link(int start, int end, String url) implements Span {}
}
