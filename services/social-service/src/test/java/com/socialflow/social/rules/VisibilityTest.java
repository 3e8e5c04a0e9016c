package com.socialflow.social.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.graph.Ties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules against a model of their meaning, over random people, ties and posts to whom random things happen. */
class VisibilityTest {

    private static final long SEED = Long.getLong("seed", 20_261_127L);
    private static final int WORLDS = 150;
    private static final int ACTIONS = 80;
    private static final int PEOPLE = 6;

    /** Nobody who is signed in. */
    private static final int VISITOR = -1;

    private static final int NO_VIDEO = -2;

    /** Somebody's post and what happened to it. */
    private static final class Post {
        final int author;
        final boolean followersOnly;
        final boolean sensitive;
        final Set<Integer> mentioned;
        final WordVerdict words;
        /** Who owns the video that it comments on. */
        final int videoOwner;

        final boolean videoPrivate;
        PostState state = PostState.PUBLISHED;
        boolean putAside;

        Post(int author, Random random) {
            this.author = author;
            followersOnly = random.nextInt(3) == 0;
            sensitive = random.nextInt(4) == 0;
            mentioned = random.ints(random.nextInt(3), 0, PEOPLE).boxed().collect(Collectors.toSet());
            videoOwner = random.nextInt(3) == 0 ? random.nextInt(PEOPLE) : NO_VIDEO;
            videoPrivate = videoOwner != NO_VIDEO && random.nextInt(3) == 0;
            words = WordVerdict.values()[Math.max(0, random.nextInt(5) - 2)];
        }
    }

    private record Tie(int from, int to) {}

    /** All that there is. */
    private static final class World {
        final Set<Tie> follows = new HashSet<>();
        final Set<Tie> blocks = new HashSet<>();
        final Set<Tie> mutes = new HashSet<>();
        final Set<Integer> privates = new HashSet<>();
        final Set<Integer> suspended = new HashSet<>();
        final Set<Integer> minors = new HashSet<>();
        final List<Post> posts = new ArrayList<>();

        void act(Random random) {
            var one = random.nextInt(PEOPLE);
            var other = (one + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
            switch (random.nextInt(12)) {
                case 0, 1 -> flip(follows, new Tie(one, other), random);
                case 2 -> flip(blocks, new Tie(one, other), random);
                case 3 -> flip(mutes, new Tie(one, other), random);
                case 4 -> flip(privates, one, random);
                case 5 -> flip(suspended, one, random);
                case 6 -> flip(minors, one, random);
                case 7 -> some(random).ifPresent(post -> post.state = PostState.values()[random.nextInt(4)]);
                case 8 -> some(random).ifPresent(post -> post.putAside = true);
                default -> posts.add(new Post(one, random));
            }
        }

        private Optional<Post> some(Random random) {
            return posts.isEmpty() ? Optional.empty() : Optional.of(posts.get(random.nextInt(posts.size())));
        }

        private static <T> void flip(Set<T> set, T what, Random random) {
            if (random.nextInt(3) == 0) {
                set.remove(what);
            } else {
                set.add(what);
            }
        }
    }

    /** What the rules mean, said as plainly as can be. */
    private static String model(World world, Post post, int viewer, Surface surface) {
        boolean own = viewer == post.author;
        boolean stranger = surface == Surface.HOME
                || surface == Surface.PUBLIC
                || surface == Surface.HASHTAG
                || surface == Surface.NOTIFICATION;
        boolean young = viewer == VISITOR || world.minors.contains(viewer);
        boolean muted = world.mutes.contains(new Tie(viewer, post.author));
        boolean apart = world.blocks.contains(new Tie(viewer, post.author))
                || world.blocks.contains(new Tie(post.author, viewer));
        boolean limited = post.followersOnly || world.privates.contains(post.author);
        boolean among = world.follows.contains(new Tie(viewer, post.author)) || post.mentioned.contains(viewer);
        boolean shut = world.suspended.contains(post.author)
                || apart
                || (limited && !among)
                || (post.videoPrivate && post.videoOwner != viewer);
        boolean gone = post.state == PostState.DELETED
                || (!own && post.state == PostState.REMOVED)
                || (!own && post.state == PostState.HELD && (shut || post.videoOwner != viewer))
                || (!own && post.state == PostState.PUBLISHED && shut);
        if (gone) return surface == Surface.THREAD ? "tombstone" : "hidden";
        if (own || post.state == PostState.HELD) return "full";
        if (muted && stranger) return "hidden";
        if (post.words == WordVerdict.HIDE && surface != Surface.THREAD && surface != Surface.DIRECT_LINK)
            return "hidden";
        if (post.sensitive && young && (surface == Surface.PUBLIC || surface == Surface.HASHTAG)) return "hidden";
        if (muted && surface == Surface.THREAD) return "muted";
        if (post.words != WordVerdict.SHOW) return "hidden-word";
        if (post.sensitive && young) return "sensitive";
        return post.putAside && surface == Surface.THREAD ? "blocked-branch" : "full";
    }

    private static String asDecided(World world, Post post, int viewer, Surface surface) {
        var facts = new PostFacts(
                new PostId(1),
                account(post.author),
                post.state,
                post.followersOnly,
                world.privates.contains(post.author),
                world.suspended.contains(post.author),
                post.sensitive,
                post.mentioned.contains(viewer),
                post.putAside,
                post.videoPrivate && post.videoOwner != viewer,
                post.videoOwner == viewer,
                post.words);
        return switch (Visibility.decide(facts, viewer(world, viewer), surface)) {
            case Shown.Hidden() -> "hidden";
            case Shown.Tombstone() -> "tombstone";
            case Shown.Collapsed(var reason) -> reason.word();
            case Shown.Full() -> "full";
        };
    }

    private static ViewerFacts viewer(World world, int viewer) {
        if (viewer == VISITOR) {
            return ViewerFacts.ANYBODY;
        }
        var ties = new Ties(
                those(other -> world.follows.contains(new Tie(viewer, other))),
                those(other -> world.follows.contains(new Tie(other, viewer))),
                those(other -> world.blocks.contains(new Tie(viewer, other))),
                those(other -> world.blocks.contains(new Tie(other, viewer))),
                those(other -> world.mutes.contains(new Tie(viewer, other))),
                Set.of());
        return new ViewerFacts(Optional.of(account(viewer)), ties, world.minors.contains(viewer));
    }

    private static Set<AccountId> those(Predicate<Integer> which) {
        return IntStream.range(0, PEOPLE)
                .boxed()
                .filter(which)
                .map(VisibilityTest::account)
                .collect(Collectors.toSet());
    }

    private static AccountId account(int person) {
        return new AccountId(1_000L + person);
    }

    @Test
    void nobodySeesWhatTheModelHides() {
        var random = new Random(SEED);
        var decisions = 0;
        for (var number = 0; number < WORLDS; number++) {
            var world = new World();
            for (var action = 0; action < ACTIONS; action++) {
                world.act(random);
            }
            for (var post : world.posts) {
                for (var viewer = VISITOR; viewer < PEOPLE; viewer++) {
                    for (var surface : Surface.values()) {
                        assertThat(asDecided(world, post, viewer, surface))
                                .as("seed %d, world %d, viewer %d, %s", SEED, number, viewer, surface)
                                .isEqualTo(model(world, post, viewer, surface));
                        decisions++;
                    }
                }
            }
        }
        assertThat(decisions).isGreaterThan(50_000);
    }

    @Test
    void repostsOfPeopleWhoAreNotToBeMetBringNothingUp() {
        var random = new Random(SEED);
        for (var number = 0; number < WORLDS; number++) {
            var world = new World();
            for (var action = 0; action < ACTIONS; action++) {
                world.act(random);
            }
            BiPredicate<Integer, Integer> apart = (one, other) ->
                    world.blocks.contains(new Tie(one, other)) || world.blocks.contains(new Tie(other, one));
            for (var viewer = VISITOR; viewer < PEOPLE; viewer++) {
                for (var by = 0; by < PEOPLE; by++) {
                    var suspended = world.suspended.contains(by);
                    var closed = world.privates.contains(by);
                    var brought =
                            Visibility.mayBringUp(account(by), suspended, closed, viewer(world, viewer), Surface.HOME);
                    var meant = viewer == by
                            || (!suspended
                                    && !apart.test(viewer, by)
                                    && !world.mutes.contains(new Tie(viewer, by))
                                    && (!closed || world.follows.contains(new Tie(viewer, by))));
                    assertThat(brought).as("seed %d, world %d", SEED, number).isEqualTo(meant);
                }
            }
        }
    }
}
