package com.socialflow.social.scheduled;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a post that waits for its hour. */
public record ScheduledId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static ScheduledId parse(String text) {
        return new ScheduledId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
