package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.social.rules.Audience;
import com.socialflow.social.text.PostText;
import com.socialflow.social.text.Texts;
import com.socialflow.social.text.Texts.Taken;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what composers send. */
public final class DraftJson {

    public static final String SCHEDULED_AT = "scheduledAt";

    private static final Set<String> FIELDS = Set.of(
            "text",
            "replyTo",
            "commentOn",
            "quote",
            "video",
            "images",
            "poll",
            "warning",
            "sensitive",
            "language",
            "visibility",
            "whoMayReply",
            "whoMayQuote",
            SCHEDULED_AT);

    private static final Set<String> POLL_FIELDS = Set.of("options", "multiple", "durationSeconds");

    private static final List<Audience> REPLIERS = List.of(Audience.EVERYONE, Audience.FOLLOWERS, Audience.MENTIONED);
    private static final List<Audience> QUOTERS = List.of(Audience.EVERYONE, Audience.FOLLOWERS, Audience.NOBODY);

    private DraftJson() {}

    /**
     * Refuses what no composer sends.
     *
     * @throws Problem 400 for a member that a post does not have
     */
    public static void requireKnown(ObjectNode body) {
        var _ = new Fields(body, FIELDS);
    }

    /**
     * The post that was sent.
     *
     * @throws Problem 400 for a field that is not known, 422 with every field that is not acceptable
     */
    public static Draft parse(ObjectNode body) {
        var fields = new Fields(body, FIELDS);
        var text = fields.text("text", written -> Texts.post("text", written));
        var replyTo = fields.id("replyTo", PostId::parse);
        var commentOn = fields.id("commentOn", VideoId::parse);
        if (replyTo != null && commentOn != null) {
            fields.refuse("commentOn", "two-targets", "a post answers one thing: replyTo or commentOn");
        }
        var warning = fields.text("warning", written -> Texts.line("warning", written, Texts.WARNING_MAX));
        var draft = new Draft(
                text == null ? PostText.EMPTY : text,
                replyTo,
                commentOn,
                fields.id("quote", PostId::parse),
                fields.id("video", VideoId::parse),
                fields.ids("images", Draft.IMAGES_MAX, ImageId::parse),
                poll(fields),
                warning == null || warning.isEmpty() ? null : warning,
                fields.truth("sensitive", false),
                fields.language("language"),
                fields.choice("visibility", List.of(false, true), DraftJson::visibility, false),
                fields.choice("whoMayReply", REPLIERS, Audience::word, Audience.EVERYONE),
                fields.choice("whoMayQuote", QUOTERS, Audience::word, Audience.EVERYONE));
        checkMedia(fields, draft);
        fields.check();
        return draft;
    }

    /**
     * The hour that the post is to wait for.
     *
     * @throws Problem 422 when it is none
     */
    public static Optional<Instant> scheduledAt(ObjectNode body) {
        var node = body.get(SCHEDULED_AT);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        try {
            if (node.isString()) {
                return Optional.of(Instant.parse(node.stringValue()));
            }
        } catch (DateTimeException e) {
            // The same answer as for what is no string.
        }
        throw Problem.invalid(SCHEDULED_AT, "time", "a time of RFC 3339, such as 2030-01-31T09:00:00Z");
    }

    private static String visibility(boolean forFollowers) {
        return forFollowers ? "followers" : "public";
    }

    private static void checkMedia(Fields fields, Draft draft) {
        var media =
                (draft.images().isEmpty() ? 0 : 1) + (draft.poll() == null ? 0 : 1) + (draft.video() == null ? 0 : 1);
        if (media > 1) {
            fields.refuse("images", "one-kind", "a post has images, a video or a poll");
        }
        if (draft.text().isEmpty() && media == 0 && draft.quote() == null) {
            fields.refuse("text", "required", "a post says something");
        }
    }

    private static @Nullable PollDraft poll(Fields post) {
        var node = post.present("poll");
        if (node == null) {
            return null;
        }
        if (!(node instanceof ObjectNode object)) {
            return post.refuse("poll", "type", "a poll is an object");
        }
        var fields = new Fields(object, POLL_FIELDS);
        var options = options(fields, post);
        var multiple = fields.truth("multiple", false);
        var seconds = object.path("durationSeconds");
        fields.check();
        var known = seconds.isIntegralNumber() && seconds.canConvertToLong() ? seconds.longValue() : 0;
        if (known < PollDraft.DURATION_MIN.toSeconds() || known > PollDraft.DURATION_MAX.toSeconds()) {
            return post.refuse(
                    "poll.durationSeconds",
                    "range",
                    "a poll is open for " + PollDraft.DURATION_MIN.toSeconds() + " to "
                            + PollDraft.DURATION_MAX.toSeconds() + " seconds");
        }
        if (options.size() < PollDraft.OPTIONS_MIN) {
            return null;
        }
        return new PollDraft(options, multiple, Duration.ofSeconds(known));
    }

    private static List<String> options(Fields fields, Fields post) {
        var options = new ArrayList<String>();
        for (var written : fields.strings("options", PollDraft.OPTIONS_MAX)) {
            switch (Texts.line("poll.options", written, PollDraft.OPTION_MAX)) {
                case Taken.Good<String>(var option) -> options.add(option);
                case Taken.Bad<String>(var error) -> post.refuse(error.field(), error.code(), error.message());
            }
        }
        if (options.size() < PollDraft.OPTIONS_MIN
                || options.contains("")
                || new HashSet<>(options).size() < options.size()) {
            post.refuse(
                    "poll.options",
                    "options",
                    PollDraft.OPTIONS_MIN + " to " + PollDraft.OPTIONS_MAX + " different options, none of them empty");
            return List.of();
        }
        return options;
    }
}
