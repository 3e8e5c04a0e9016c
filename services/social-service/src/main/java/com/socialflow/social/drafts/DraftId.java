package com.socialflow.social.drafts;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a draft. */
public record DraftId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static DraftId parse(String text) {
        return new DraftId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
