package com.socialflow.video.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What workers found in a source and made of it; null where they have not said yet.
 *
 * @param durationSeconds of the source
 * @param width as displayed: after rotation and with square pixels
 */
record Media(
        @Nullable Double durationSeconds,
        @Nullable Integer width,
        @Nullable Integer height,
        Renditions renditions,
        @Nullable String hlsKey,
        @Nullable String dashKey,
        @Nullable String posterKey,
        @Nullable String storyboardKey) {}
