package com.socialflow.social.notifications;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a notification. It stays the same when more people join. */
public record NotificationId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static NotificationId parse(String text) {
        return new NotificationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
