package com.socialflow.social.rules;

/** What a viewer's hidden words say of a text. */
public enum WordVerdict {
    SHOW,
    COLLAPSE,
    HIDE
}
