package com.socialflow.social.words;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a hidden word of a person. */
public record HiddenWordId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static HiddenWordId parse(String text) {
        return new HiddenWordId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
