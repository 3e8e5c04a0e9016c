package com.socialflow.user.profiles;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.user.accounts.DisplayName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON merge patch (RFC 7396) of what a person says: absent fields stay, null ones are emptied. */
final class ProfilePatch {

    private static final Set<String> FIELDS =
            Set.of("displayName", "biography", "links", "locale", "language", "privateAccount", "madeForKids");

    private static final Set<String> LINK_FIELDS = Set.of("name", "url");

    /** The longest tag in use has 35 characters (RFC 5646, section 4.4.1). */
    private static final int LANGUAGE_MAX = 35;

    private static final String LOCALE_DEFAULT = "en";

    private final ObjectNode patch;
    private final List<FieldError> errors = new ArrayList<>();

    private ProfilePatch(ObjectNode patch) {
        this.patch = patch;
    }

    /**
     * What is said after the patch.
     *
     * @throws Problem 400 for a field that can't be set, 422 with every field that is not acceptable
     */
    static Said apply(Said before, ObjectNode patch) {
        return new ProfilePatch(patch).onto(before);
    }

    private Said onto(Said before) {
        for (var name : patch.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw Problem.badRequest("malformed", "a profile has no field of this name that can be set");
            }
        }
        var profile = before.profile();
        var displayName = displayName(before.displayName());
        var locale = language("locale", before.locale());
        var after = new Profile(
                biography(profile.biography()),
                links(profile.links()),
                language("language", profile.language()),
                flag("privateAccount", profile.privateAccount()),
                flag("madeForKids", profile.madeForKids()),
                profile.avatar(),
                profile.banner());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Said(displayName, locale == null ? LOCALE_DEFAULT : locale, after);
    }

    private DisplayName displayName(DisplayName before) {
        var node = patch.get("displayName");
        if (node == null) {
            return before;
        }
        if (!node.isString()) {
            refuse("displayName", "type", "this is a string");
            return before;
        }
        try {
            return DisplayName.parse(node.stringValue());
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return before;
        }
    }

    private String biography(String before) {
        var node = patch.get("biography");
        if (node == null) {
            return before;
        }
        if (node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            return refused(before, "biography", "type", "this is a string");
        }
        var lines = node.stringValue().replace("\r\n", "\n").strip();
        if (PlainText.length(lines) > Profile.BIOGRAPHY_POINTS_MAX
                || PlainText.graphemes(lines) > Profile.BIOGRAPHY_MAX) {
            return refused(before, "biography", "too-long", "at most " + Profile.BIOGRAPHY_MAX + " characters");
        }
        if (!PlainText.acceptable(lines, true)) {
            return refused(before, "biography", "characters", "plain text, without control characters");
        }
        return Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    private List<Link> links(List<Link> before) {
        var node = patch.get("links");
        if (node == null) {
            return before;
        }
        if (node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            refuse("links", "type", "links are a list");
            return before;
        }
        if (node.size() > Profile.LINKS_MAX) {
            refuse("links", "too-many", "a profile has at most " + Profile.LINKS_MAX + " links");
            return before;
        }
        var links = new ArrayList<Link>();
        for (int i = 0; i < node.size(); i++) {
            var link = link(node.get(i), "links[" + i + "]");
            if (link != null) {
                links.add(link);
            }
        }
        return links;
    }

    private @Nullable Link link(JsonNode node, String field) {
        if (!(node instanceof ObjectNode link) || !LINK_FIELDS.containsAll(link.propertyNames())) {
            refuse(field, "type", "a link has a name and a url");
            return null;
        }
        var nameNode = link.get("name");
        var urlNode = link.get("url");
        if (nameNode == null || urlNode == null || !nameNode.isString() || !urlNode.isString()) {
            refuse(field, "type", "a link has a name and a url");
            return null;
        }
        var name = nameNode.stringValue().strip();
        if (name.isEmpty() || PlainText.length(name) > Link.NAME_MAX || !PlainText.acceptable(name, false)) {
            refuse(field + ".name", "malformed", "a name is one line of 1 to " + Link.NAME_MAX + " characters");
            return null;
        }
        try {
            return new Link(
                    name, Link.address(field + ".url", urlNode.stringValue().strip()));
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return null;
        }
    }

    /** A language tag of BCP 47, in its canonical case. */
    private @Nullable String language(String field, @Nullable String before) {
        var node = patch.get(field);
        if (node == null) {
            return before;
        }
        if (node.isNull()) {
            return null;
        }
        var tag = node.isString() ? node.stringValue().strip() : "";
        try {
            var canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (!tag.isEmpty() && tag.length() <= LANGUAGE_MAX && !canonical.equals("und")) {
                return canonical;
            }
        } catch (IllformedLocaleException e) {
            // Refused below, as what is no text is.
        }
        refuse(field, "language", "a language is a tag of BCP 47, such as \"en\" or \"pt-BR\"");
        return before;
    }

    private boolean flag(String field, boolean before) {
        var node = patch.get(field);
        if (node == null) {
            return before;
        }
        if (node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            refuse(field, "type", "this is true or false");
            return before;
        }
        return node.booleanValue();
    }

    private String refused(String before, String field, String code, String message) {
        refuse(field, code, message);
        return before;
    }

    private void refuse(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
