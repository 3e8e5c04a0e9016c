package com.socialflow.social.words;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.words.OwnWords.AddOutcome;
import java.net.URI;
import java.text.BreakIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/hidden-words")
class HiddenWordController {

    /** Longer is for good. */
    private static final Duration LENGTH_MAX = Duration.ofDays(366);

    /** What to hide: {@code hide} or {@code collapse}, {@code collapse} when nothing is said. */
    record Wish(
            String text,
            @Nullable Boolean wholeWord,
            @Nullable String action,
            @Nullable Long expiresInSeconds) {}

    record WordView(
            HiddenWordId id,
            String text,
            boolean wholeWord,
            String action,
            @Nullable Instant expiresAt) {

        static WordView of(HiddenWord word) {
            return new WordView(
                    word.id(),
                    word.text(),
                    word.wholeWord(),
                    word.action().name().toLowerCase(Locale.ROOT),
                    word.expiresAt());
        }
    }

    record WordsView(List<WordView> items) {}

    private final OwnWords words;

    HiddenWordController(OwnWords words) {
        this.words = words;
    }

    /** All of them: there are at most {@link OwnWords#WORDS_MAX}. */
    @Permit(value = "hidden-word.list", scope = "profile:read")
    @GetMapping
    WordsView list(Actor actor) {
        return new WordsView(
                words.of(actor.account()).stream().map(WordView::of).toList());
    }

    @Permit(value = "hidden-word.add", scope = "profile:write")
    @PostMapping
    ResponseEntity<WordView> add(@RequestBody Wish wish, Actor actor) {
        var outcome = words.add(
                actor.account(),
                text(wish.text()),
                !Boolean.FALSE.equals(wish.wholeWord()),
                action(wish.action()),
                length(wish.expiresInSeconds()));
        return switch (outcome) {
            case AddOutcome.Added(var word) -> {
                words.changed(actor.account());
                yield ResponseEntity.created(URI.create("/api/v1/me/hidden-words/" + word.id()))
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(WordView.of(word));
            }
            case AddOutcome.Known() -> throw Problem.conflict("hidden-word-known", "you hide the same already");
            case AddOutcome.Full() ->
                throw Problem.unprocessable("hidden-words-full", "you hide %d words already", OwnWords.WORDS_MAX);
        };
    }

    @Permit(value = "hidden-word.remove", scope = "profile:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable HiddenWordId id, Actor actor) {
        if (!words.remove(actor.account(), id)) {
            throw Problem.notFound("hidden-word");
        }
        words.changed(actor.account());
        return ResponseEntity.noContent().build();
    }

    private static String text(@Nullable String said) {
        var text = said == null ? "" : said.strip();
        if (text.length() > HiddenWord.UNITS_MAX || characters(text) > HiddenWord.LENGTH_MAX) {
            throw Problem.invalid("text", "too-long", "at most %d characters", HiddenWord.LENGTH_MAX);
        }
        if (text.indexOf('\0') >= 0 || Folding.fold(text).isEmpty()) {
            throw Problem.invalid("text", "empty", "a hidden word is something that can be read");
        }
        return text;
    }

    private static int characters(String text) {
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        var count = 0;
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static WordAction action(@Nullable String said) {
        if (said == null || said.equals("collapse")) {
            return WordAction.COLLAPSE;
        }
        if (said.equals("hide")) {
            return WordAction.HIDE;
        }
        throw Problem.invalid("action", "unknown", "\"hide\" or \"collapse\"");
    }

    private static @Nullable Duration length(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < 1 || seconds > LENGTH_MAX.toSeconds()) {
            throw Problem.invalid("expiresInSeconds", "out-of-range", "from 1 to %d", LENGTH_MAX.toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }
}
