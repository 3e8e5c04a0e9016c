package com.socialflow.social.messages;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a conversation. */
public record ConversationId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static ConversationId parse(String text) {
        return new ConversationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
