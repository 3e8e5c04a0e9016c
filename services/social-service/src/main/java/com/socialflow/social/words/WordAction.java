package com.socialflow.social.words;

/** What becomes of a post with a hidden word in it; the later one is the stronger. */
public enum WordAction {
    /** The reader may open it. */
    COLLAPSE,
    /** It is not there, where the reader did not ask for it. */
    HIDE
}
