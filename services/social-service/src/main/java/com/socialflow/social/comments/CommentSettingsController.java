package com.socialflow.social.comments;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
class CommentSettingsController {

    private final CommentSettings settings;

    CommentSettingsController(CommentSettings settings) {
        this.settings = settings;
    }

    /** What becomes of new comments. */
    public record CommentModeView(CommentMode mode) {}

    /** What holds a comment, folded and sorted. */
    public record WatchedWordsView(List<String> words) {

        public WatchedWordsView {
            words = List.copyOf(words);
        }
    }

    /** All of it to the owner; to others, whether anybody may comment. */
    @Permit(value = "comment-settings.read", scope = "posts:read")
    @GetMapping("/videos/{id}/comment-settings")
    CommentModeView get(@PathVariable VideoId id, Optional<Actor> actor) {
        return new CommentModeView(settings.mode(id, actor).orElseThrow(() -> Problem.notFound("video")));
    }

    @Permit(value = "comment-settings.edit", scope = "posts:write")
    @PutMapping("/videos/{id}/comment-settings")
    CommentModeView put(@PathVariable VideoId id, @RequestBody ObjectNode body, Actor actor) {
        var mode = mode(body);
        return switch (settings.put(id, actor, mode)) {
            case DONE -> new CommentModeView(mode);
            case NOT_FOUND -> throw Problem.notFound("video");
            case REFUSED -> throw Problem.forbidden("only its owner says what becomes of comments on a video");
        };
    }

    /** Of all videos of the person that say nothing themselves. */
    @Permit(value = "comment-settings.read-own", scope = "posts:read")
    @GetMapping("/me/comment-settings")
    CommentModeView getDefault(Actor actor) {
        return new CommentModeView(settings.defaultMode(actor.account()));
    }

    @Permit(value = "comment-settings.edit", scope = "posts:write")
    @PutMapping("/me/comment-settings")
    CommentModeView putDefault(@RequestBody ObjectNode body, Actor actor) {
        var mode = mode(body);
        settings.putDefault(actor.account(), mode);
        return new CommentModeView(mode);
    }

    @Permit(value = "comment-settings.read-own", scope = "posts:read")
    @GetMapping("/me/watched-words")
    WatchedWordsView words(Actor actor) {
        return new WatchedWordsView(settings.words(actor.account()).words());
    }

    /** Watches these, and no others. */
    @Permit(value = "comment-settings.edit", scope = "posts:write")
    @PutMapping("/me/watched-words")
    WatchedWordsView putWords(@RequestBody ObjectNode body, Actor actor) {
        settings.putWords(actor.account(), watched(body));
        return words(actor);
    }

    /** The one member that there may be. */
    private static JsonNode only(String name, ObjectNode body) {
        if (!Set.of(name).containsAll(body.propertyNames())) {
            throw Problem.badRequest("malformed", "there is nothing to say here but \"%s\"", name);
        }
        return body.path(name);
    }

    private static CommentMode mode(ObjectNode body) {
        var mode = only("mode", body);
        if (!mode.isString()) {
            throw Problem.invalid("mode", "required", "one of open, hold-all, hold-links, closed");
        }
        return CommentMode.of(mode.stringValue());
    }

    private static WatchedWords watched(ObjectNode body) {
        var words = only("words", body);
        if (!words.isArray()) {
            throw Problem.invalid("words", "type", "this is a list of strings");
        }
        if (words.size() > WatchedWords.WORDS_MAX) {
            throw Problem.invalid("words", "too-many", "at most %d words", WatchedWords.WORDS_MAX);
        }
        var folded = new LinkedHashSet<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.isString()) {
                throw Problem.invalid("words[" + i + "]", "type", "this is a string");
            }
            folded.add(WatchedWords.word(word.stringValue())
                    .orElseThrow(() -> Problem.invalid(
                            "words",
                            "word",
                            "a word has 1 to %d characters, none of them a control character",
                            WatchedWords.LENGTH_MAX)));
        }
        return new WatchedWords(List.copyOf(folded));
    }
}
