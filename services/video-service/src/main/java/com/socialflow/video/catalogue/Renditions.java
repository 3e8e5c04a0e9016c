package com.socialflow.video.catalogue;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The qualities that a video can be played in, as JSON: written once and shown a million times, so that pages pass it
 * through unread.
 *
 * @param json an array of {@link Rendition}
 */
record Renditions(@JsonValue @JsonRawValue String json) {

    static final Renditions NONE = new Renditions("[]");
}
