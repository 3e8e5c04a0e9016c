package com.socialflow.user.exports;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Which archive. */
public record ExportId(long value) implements Id {

    /**
     * The id written as 13 characters.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static ExportId parse(String text) {
        return new ExportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
