package com.socialflow.user.federation;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names what somebody is to another provider. */
public record IdentityId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static IdentityId parse(String text) {
        return new IdentityId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
