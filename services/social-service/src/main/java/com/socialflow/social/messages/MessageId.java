package com.socialflow.social.messages;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;
import java.time.Instant;

/** Names a message. */
public record MessageId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static MessageId parse(String text) {
        return new MessageId(Ids.parse(text));
    }

    /** When it was said: ids tell the time to the millisecond. */
    Instant at() {
        return Ids.time(value);
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
