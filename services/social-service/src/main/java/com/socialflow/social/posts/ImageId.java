package com.socialflow.social.posts;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a picture that somebody uploaded for a post. */
public record ImageId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static ImageId parse(String text) {
        return new ImageId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
