package com.socialflow.social.lists;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a person's list of people. */
public record ListId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static ListId parse(String text) {
        return new ListId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
