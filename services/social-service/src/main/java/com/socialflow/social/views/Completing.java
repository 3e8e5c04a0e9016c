package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.people.Person;
import com.socialflow.social.rules.Shown;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.social.views.PostView.Counts;
import com.socialflow.social.views.PostView.Standing;
import com.socialflow.social.views.ViewStore.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what stands around posts that are shown: counts, the viewer's marks, pictures, polls, cards, videos. */
@Component
class Completing {

    private final ViewStore store;
    private final Tallies tallies;
    private final ObjectProvider<Completions.Images> images;
    private final ObjectProvider<Completions.Polls> polls;
    private final ObjectProvider<Completions.Cards> cards;
    private final ObjectProvider<Completions.Videos> videos;

    Completing(
            ViewStore store,
            Tallies tallies,
            ObjectProvider<Completions.Images> images,
            ObjectProvider<Completions.Polls> polls,
            ObjectProvider<Completions.Cards> cards,
            ObjectProvider<Completions.Videos> videos) {
        this.store = store;
        this.tallies = tallies;
        this.images = images;
        this.polls = polls;
        this.cards = cards;
        this.videos = videos;
    }

    Completed of(List<PostRow> rows, Sight.Facts facts, Optional<AccountId> viewer) {
        if (rows.isEmpty()) {
            return new Completed(facts, Map.of(), Marks.NONE, Map.of(), Map.of(), Map.of(), Map.of());
        }
        var marks = viewer.map(account -> store.marks(
                        account,
                        rows.stream().mapToLong(row -> row.id().value()).toArray()))
                .orElse(Marks.NONE);
        return new Completed(
                facts,
                tallies.of(counted(rows)),
                marks,
                ask(images, posts(rows, PostRow::withImages), Completions.Images::of),
                ask(polls, posts(rows, PostRow::withPoll), (all, of) -> all.of(of, viewer)),
                ask(cards, posts(rows, Completing::withLink), Completions.Cards::of),
                ask(videos, attached(rows), (all, of) -> all.of(of, viewer)));
    }

    /** The announcement of a video counts what was said about the video. */
    private static List<Id> counted(List<PostRow> rows) {
        var counted = new ArrayList<Id>(rows.size());
        for (var row : rows) {
            counted.add(row.id());
            var video = row.video();
            if (row.announcement() && video != null) {
                counted.add(video);
            }
        }
        return counted;
    }

    private static List<PostId> posts(List<PostRow> rows, Predicate<PostRow> having) {
        return rows.stream().filter(having).map(PostRow::id).toList();
    }

    /** The type stands in the JSON as it was written; a text in it would have its quotation marks escaped. */
    private static boolean withLink(PostRow row) {
        return row.content().entities().json().contains("\"link\"");
    }

    private static List<VideoId> attached(List<PostRow> rows) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.video()).stream())
                .collect(Collectors.toSet())
                .stream()
                .toList();
    }

    private interface Question<C, K, V> {
        Map<K, V> ask(C completion, List<K> of);
    }

    private static <C, K, V> Map<K, V> ask(ObjectProvider<C> completions, List<K> of, Question<C, K, V> question) {
        var completion = of.isEmpty() ? null : completions.getIfAvailable();
        return completion == null ? Map.of() : question.ask(completion, of);
    }

    /** All that is needed to show some posts. */
    record Completed(
            Sight.Facts facts,
            Map<Long, Map<Tally, Long>> tallies,
            Marks marks,
            Map<PostId, List<ImageView>> images,
            Map<PostId, PollView> polls,
            Map<PostId, CardView> cards,
            Map<VideoId, VideoCard> videos) {

        PostView view(PostRow row, Shown how, @Nullable QuotedView quote) {
            if (how instanceof Shown.Tombstone) {
                return PostView.tombstone(row, counts(row));
            }
            var id = row.id();
            var content = row.content();
            var rules = row.rules();
            var place = row.place();
            var video = row.video();
            return new PostView(
                    id,
                    PostView.kind(row),
                    face(row.author(), facts.people()::get),
                    content.text(),
                    content.entities(),
                    content.warning(),
                    content.sensitive(),
                    content.language(),
                    rules.forFollowers() ? "followers" : "public",
                    rules.whoMayReply().word(),
                    rules.whoMayQuote().word(),
                    place.replyTo(),
                    place.replyToAuthor(),
                    PostView.root(place),
                    place.rootVideo(),
                    place.depth(),
                    quote,
                    video == null ? null : videos.get(video),
                    images.getOrDefault(id, List.of()),
                    polls.get(id),
                    cards.get(id),
                    counts(row),
                    standing(row),
                    row.state().word(),
                    how instanceof Shown.Collapsed(var reason) ? reason.word() : null,
                    row.createdAt(),
                    row.editedAt(),
                    row.version(),
                    row.pinned(),
                    place.hearted(),
                    place.pinnedInThread(),
                    place.locked(),
                    place.branchHidden());
        }

        private static @Nullable AuthorView face(AccountId account, Function<AccountId, @Nullable Person> people) {
            var person = people.apply(account);
            return person == null ? null : AuthorView.of(person);
        }

        private Counts counts(PostRow row) {
            var of = tallies.getOrDefault(row.id().value(), Map.of());
            var video = row.video();
            var replies = row.announcement() && video != null ? tallies.getOrDefault(video.value(), Map.of()) : of;
            return of.isEmpty() && replies.isEmpty()
                    ? Counts.NONE
                    : new Counts(
                            replies.getOrDefault(Tally.REPLIES, 0L),
                            of.getOrDefault(Tally.REPOSTS, 0L),
                            of.getOrDefault(Tally.LIKES, 0L),
                            of.getOrDefault(Tally.QUOTES, 0L));
        }

        private @Nullable Standing standing(PostRow row) {
            var viewer = facts.viewer();
            return viewer.viewer().isEmpty()
                    ? null
                    : new Standing(
                            marks.liked().contains(row.id()),
                            marks.reposted().contains(row.id()),
                            marks.bookmarked().contains(row.id()),
                            Interactions.mayReply(row, viewer),
                            Interactions.mayQuote(row, facts.isPrivate(row.author()), viewer),
                            viewer.ties().followed().contains(row.author()));
        }
    }
}
