package com.socialflow.video.upload;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names an upload. */
public record UploadId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static UploadId parse(String text) {
        return new UploadId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
