package com.socialflow.social.posts;

import com.socialflow.core.Problem;
import com.socialflow.social.text.PostText;
import com.socialflow.social.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Reads a JSON merge patch (RFC 7396) of what an author says: absent fields stay, null ones are emptied. */
final class EditJson {

    private static final Set<String> FIELDS = Set.of("text", "warning", "sensitive", "language", "images");

    private static final Set<String> IMAGE_FIELDS = Set.of("id", "alt");

    private EditJson() {}

    /** @throws Problem 400 for a field that is not known, 422 with every field that is not acceptable */
    static Edit parse(ObjectNode patch) {
        var fields = new Fields(patch, FIELDS);
        var text = fields.text("text", written -> Texts.post("text", written));
        var warning = fields.text("warning", written -> Texts.line("warning", written, Texts.WARNING_MAX));
        var edit = new Edit(
                fields.has("text"),
                text == null ? PostText.EMPTY : text,
                fields.has("warning"),
                warning == null || warning.isEmpty() ? null : warning,
                fields.has("sensitive"),
                fields.truth("sensitive", false),
                fields.has("language"),
                fields.language("language"),
                alts(fields));
        fields.check();
        return edit;
    }

    private static Map<ImageId, String> alts(Fields fields) {
        var alts = new HashMap<ImageId, String>();
        for (var object : fields.objects("images", Draft.IMAGES_MAX)) {
            var image = new Fields(object, IMAGE_FIELDS);
            var id = image.id("id", ImageId::parse);
            var alt = image.text("alt", written -> Texts.lines("alt", written, AltTexts.ALT_MAX));
            image.check();
            if (id == null || alt == null) {
                fields.refuse("images", "required", "each with its id and its alt");
            } else {
                alts.put(id, alt);
            }
        }
        return alts;
    }
}
