package com.socialflow.platform.web;

import com.socialflow.core.Id;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How values of this program look in JSON: ids as their 13 characters. */
final class IdJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    IdJson() {
        super("socialflow");
        addSerializer(Id.class, new StdSerializer<>(Id.class) {
            @Override
            public void serialize(Id id, JsonGenerator out, SerializationContext context) {
                out.writeString(id.toString());
            }
        });
    }

    /** {@code AWAITING_UPLOAD} as {@code awaiting-upload}. */
    static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
