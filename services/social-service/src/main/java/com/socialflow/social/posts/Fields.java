package com.socialflow.social.posts;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.social.text.Texts.Taken;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the members of a JSON object and collects what is wrong with them. */
final class Fields {

    /** The longest tag in use has 35 characters (RFC 5646, section 4.4.1). */
    private static final int LANGUAGE_MAX = 35;

    private final ObjectNode object;
    private final List<FieldError> errors = new ArrayList<>();

    /** @throws Problem 400 for a member that is not among the known */
    Fields(ObjectNode object, Set<String> known) {
        this.object = object;
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw Problem.badRequest("malformed", "a post has no field of this name that can be set");
            }
        }
    }

    /** Whether the member is there, with null or another value. */
    boolean has(String name) {
        return object.has(name);
    }

    /** The string; null when there is none or a bad one. */
    @Nullable
    String string(String name) {
        var node = present(name);
        if (node != null && !node.isString()) {
            return refuse(name, "type", "this is a string");
        }
        return node == null ? null : node.stringValue();
    }

    boolean truth(String name, boolean otherwise) {
        var node = present(name);
        if (node != null && !node.isBoolean()) {
            refuse(name, "type", "this is true or false");
            return otherwise;
        }
        return node == null ? otherwise : node.booleanValue();
    }

    /** The text as it was taken; null when there is none or a bad one. */
    <T> @Nullable T text(String name, Function<String, Taken<T>> take) {
        var text = string(name);
        if (text == null) {
            return null;
        }
        return switch (take.apply(text)) {
            case Taken.Good<T>(var good) -> good;
            case Taken.Bad<T>(var error) -> {
                errors.add(error);
                yield null;
            }
        };
    }

    /** The id; null when there is none or a bad one. */
    <T> @Nullable T id(String name, Function<String, T> parse) {
        var text = string(name);
        return text == null ? null : id(name, text, parse);
    }

    private <T> @Nullable T id(String field, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            return refuse(field, "id", "this is an id");
        }
    }

    /** The ids, each once; none when there are none, or bad ones. */
    <T> List<T> ids(String name, int max, Function<String, T> parse) {
        var ids = new ArrayList<T>();
        for (var text : strings(name, max)) {
            var id = id(name, text, parse);
            if (id != null && ids.contains(id)) {
                refuse(name, "twice", "the same one is there twice");
            } else if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The strings; none when there are none, or something else. */
    List<String> strings(String name, int max) {
        var node = present(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > max) {
            refuse(name, "type", "this is a list of at most " + max + " strings");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var element : node) {
            if (!element.isString()) {
                refuse(name, "type", "this is a list of strings");
                return List.of();
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /** The objects; none when there are none, or something else. */
    List<ObjectNode> objects(String name, int max) {
        var node = present(name);
        if (node == null) {
            return List.of();
        }
        var objects = new ArrayList<ObjectNode>();
        if (node.isArray() && node.size() <= max) {
            for (var element : node) {
                if (element instanceof ObjectNode object) {
                    objects.add(object);
                }
            }
        }
        if (!node.isArray() || objects.size() < node.size()) {
            refuse(name, "type", "this is a list of at most " + max + " objects");
        }
        return objects;
    }

    /** One of some words. */
    <T> T choice(String name, List<T> choices, Function<T, String> word, T otherwise) {
        var text = string(name);
        if (text == null) {
            return otherwise;
        }
        for (var choice : choices) {
            if (word.apply(choice).equals(text)) {
                return choice;
            }
        }
        refuse(
                name,
                "choice",
                "one of " + String.join(", ", choices.stream().map(word).toList()));
        return otherwise;
    }

    /** A language tag of BCP 47, in its canonical case. */
    @Nullable
    String language(String name) {
        var tag = string(name);
        if (tag == null || tag.isEmpty()) {
            return null;
        }
        try {
            if (tag.length() <= LANGUAGE_MAX) {
                return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // The same answer as for one that is too long.
        }
        return refuse(name, "language", "a language is a tag of BCP 47, such as \"en\" or \"pt-BR\"");
    }

    @Nullable
    JsonNode present(String name) {
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    <T> @Nullable T refuse(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
        return null;
    }

    /** @throws Problem 422 when anything was wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
