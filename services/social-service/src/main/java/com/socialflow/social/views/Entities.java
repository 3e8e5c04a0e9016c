package com.socialflow.social.views;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Mentions, hashtags and links of a text, as JSON: written once and shown a million times, so that pages pass it
 * through unread.
 *
 * @param json an array of {@link Entity}
 */
public record Entities(@JsonValue @JsonRawValue String json) {

    public static final Entities NONE = new Entities("[]");
}
