package com.socialflow.social.messages;

import com.socialflow.core.Id;
import com.socialflow.core.Ids;

/** Names a report. */
public record ReportId(long value) implements Id {

    /**
     * The id written as {@link Ids#format} writes it.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static ReportId parse(String text) {
        return new ReportId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Ids.format(value);
    }
}
