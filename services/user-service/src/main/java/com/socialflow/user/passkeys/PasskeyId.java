package com.socialflow.user.passkeys;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a passkey. */
public record PasskeyId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static PasskeyId parse(String text) {
        return new PasskeyId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
