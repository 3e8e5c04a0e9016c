package com.socialflow.video.catalogue;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396) of what its owner says of a video: absent fields stay, null ones are emptied.
 *
 * <p>Strings are trimmed and refused when they hold control characters or halves of surrogate pairs.
 */
final class DetailsPatch {

    private static final Set<String> FIELDS =
            Set.of("title", "description", "tags", "category", "language", "visibility");

    private final ObjectNode patch;
    private final List<FieldError> errors = new ArrayList<>();

    private DetailsPatch(ObjectNode patch) {
        this.patch = patch;
    }

    /**
     * The details of a new video: only its title is asked for, and it is public unless it says otherwise.
     *
     * @throws Problem 400 for a field that is not known, 422 with every field that is not acceptable
     */
    static Details create(ObjectNode fields) {
        return new DetailsPatch(fields).onto(null);
    }

    /**
     * The details after the patch.
     *
     * @throws Problem 400 for a field that is not known, 422 with every field that is not acceptable
     */
    static Details edit(Details before, ObjectNode patch) {
        return new DetailsPatch(patch).onto(before);
    }

    private Details onto(@Nullable Details before) {
        refuseUnknown();
        var title = title(before == null ? null : before.title());
        var description = description(before == null ? "" : before.description());
        var tags = tags(before == null ? List.of() : before.tags());
        var category = category(before == null ? null : before.category());
        var language = language(before == null ? null : before.language());
        var visibility = visibility(before == null ? Visibility.PUBLIC : before.visibility());
        if (!errors.isEmpty() || title == null) {
            throw Problem.invalid(errors);
        }
        return new Details(title, description, tags, category, language, visibility);
    }

    private void refuseUnknown() {
        for (var name : patch.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw Problem.badRequest("malformed", "a video has no field of this name that can be set");
            }
        }
    }

    private @Nullable String title(@Nullable String before) {
        var node = patch.get("title");
        if (node == null && before != null) {
            return before;
        }
        if (node == null || node.isNull()) {
            return refuse("title", "required", "a video needs a title");
        }
        var title = text(node, "title", false, Details.TITLE_MAX);
        if (title != null && title.isEmpty()) {
            return refuse("title", "required", "a video needs a title");
        }
        return title;
    }

    private String description(String before) {
        var node = patch.get("description");
        if (node == null) {
            return before;
        }
        var description = node.isNull() ? "" : text(node, "description", true, Details.DESCRIPTION_MAX);
        return description == null ? before : description;
    }

    private List<String> tags(List<String> before) {
        var node = patch.get("tags");
        if (node == null) {
            return before;
        }
        if (node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            refuse("tags", "type", "tags are a list of strings");
            return before;
        }
        if (node.size() > Details.TAGS_MAX) {
            refuse("tags", "too-many", "a video has at most " + Details.TAGS_MAX + " tags");
            return before;
        }
        // A tag counts once however it is capitalized, as first written.
        var tags = new LinkedHashMap<String, String>();
        for (int i = 0; i < node.size(); i++) {
            var field = "tags[" + i + "]";
            var tag = text(node.get(i), field, false, Details.TAG_MAX);
            if (tag != null && tag.isEmpty()) {
                refuse(field, "required", "a tag is not empty");
            } else if (tag != null) {
                tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
            }
        }
        return List.copyOf(tags.values());
    }

    private @Nullable String category(@Nullable String before) {
        var node = patch.get("category");
        if (node == null) {
            return before;
        }
        var category = node.isNull() ? "" : text(node, "category", false, Details.CATEGORY_MAX);
        return category == null || category.isEmpty() ? null : category;
    }

    /** A language tag of BCP 47, in its canonical case. */
    private @Nullable String language(@Nullable String before) {
        var node = patch.get("language");
        if (node == null) {
            return before;
        }
        var tag = node.isNull() ? "" : text(node, "language", false, Details.LANGUAGE_MAX);
        if (tag == null || tag.isEmpty()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return refuse("language", "language", "a language is a tag of BCP 47, such as \"en\" or \"pt-BR\"");
        }
    }

    private Visibility visibility(Visibility before) {
        var node = patch.get("visibility");
        if (node == null) {
            return before;
        }
        var visibility = node.isString() ? Visibility.of(node.stringValue()) : Optional.<Visibility>empty();
        if (visibility.isEmpty()) {
            refuse("visibility", "choice", "visibility is \"public\", \"unlisted\" or \"private\"");
        }
        return visibility.orElse(before);
    }

    private @Nullable String text(JsonNode node, String field, boolean manyLines, int max) {
        if (!node.isString()) {
            return refuse(field, "type", "this is a string");
        }
        var text = node.stringValue().strip();
        if (Details.length(text) > max) {
            return refuse(field, "too-long", "at most " + max + " characters");
        }
        if (!text.codePoints().allMatch(c -> acceptable(c, manyLines))) {
            return refuse(field, "characters", "no control characters, and whole characters only");
        }
        return text;
    }

    private static boolean acceptable(int character, boolean manyLines) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> manyLines && (character == '\n' || character == '\r' || character == '\t');
            // An unpaired half has no UTF-8: the database would refuse it.
            case Character.SURROGATE -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> manyLines;
            default -> true;
        };
    }

    private @Nullable String refuse(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
        return null;
    }
}
