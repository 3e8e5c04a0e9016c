package com.socialflow.social.threads;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.SocialServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A random thread of a thousand posts, in which random posts are deleted, taken down, held and put aside, among people
 * who block, mute and follow each other at random: every reader's tree is what a plain reading of all of it gives.
 */
class ThreadModelTest extends SocialServiceTest {

    private static final long SEED = Long.getLong("seed", 20_261_127L);
    private static final int POSTS = 1_000;
    private static final int PEOPLE = 12;

    @Autowired
    private Threads threads;

    /** A post, and what happened to it. */
    private record Post(PostId id, @Nullable PostId parent, int author, String state, boolean aside, long likes) {}

    private record Tie(int from, int to) {}

    /** All that there is. */
    private record World(List<AccountId> people, List<Post> posts, Set<Tie> blocks, Set<Tie> mutes, Set<Tie> follows) {

        private enum Look {
            FULL,
            CLOSED,
            GONE
        }

        private Look look(Post post, int viewer) {
            if (post.state().equals("deleted")) {
                return Look.GONE;
            }
            if (viewer == post.author()) {
                return Look.FULL;
            }
            if (!post.state().equals("published")
                    || blocks.contains(new Tie(viewer, post.author()))
                    || blocks.contains(new Tie(post.author(), viewer))) {
                return Look.GONE;
            }
            return post.aside() || mutes.contains(new Tie(viewer, post.author())) ? Look.CLOSED : Look.FULL;
        }

        /** All that answers the post, as plainly as it can be said. */
        String below(PostId id, int viewer, Sort sort) {
            return posts.stream()
                    .filter(post -> Objects.equals(post.parent(), id))
                    .sorted(order(viewer, sort))
                    .map(post -> shown(post, viewer, sort))
                    .collect(Collectors.joining());
        }

        private String shown(Post post, int viewer, Sort sort) {
            var below = below(post.id(), viewer, sort);
            return switch (look(post, viewer)) {
                case GONE -> below.isEmpty() ? "" : "†" + post.id() + "[" + below + "]";
                case FULL -> post.id() + "[" + below + "]";
                case CLOSED -> post.id() + "+" + readable(post.id(), viewer) + "[]";
            };
        }

        private long readable(PostId id, int viewer) {
            return posts.stream()
                    .filter(post -> Objects.equals(post.parent(), id))
                    .mapToLong(post -> readable(post.id(), viewer) + (look(post, viewer) == Look.GONE ? 0 : 1))
                    .sum();
        }

        private Comparator<Post> order(int viewer, Sort sort) {
            ToLongFunction<Post> id = post -> post.id().value();
            return switch (sort) {
                case OLDEST -> Comparator.comparingLong(id);
                case NEWEST -> Comparator.comparingLong(id).reversed();
                case RELEVANCE ->
                    Comparator.<Post>comparingInt(post -> group(post, viewer))
                            .thenComparing(Comparator.<Post>comparingLong(post -> Relevance.rank(
                                            post.id().value(), look(post, viewer) == Look.GONE ? 0 : post.likes()))
                                    .reversed());
            };
        }

        private int group(Post post, int viewer) {
            if (look(post, viewer) == Look.GONE) {
                return 3;
            }
            return post.author() == posts.getFirst().author()
                    ? 1
                    : follows.contains(new Tie(viewer, post.author())) ? 2 : 3;
        }
    }

    static List<Long> seeds() {
        return new Random(SEED).longs(3).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyReadersTreeIsWhatAPlainReadingGives(long seed) {
        var world = world(new Random(seed));
        store(world);
        var root = world.posts().getFirst().id();

        for (var viewer = -1; viewer < PEOPLE; viewer++) {
            for (var sort : Sort.values()) {
                var actor = viewer < 0
                        ? Optional.<Actor>empty()
                        : Optional.of(actor(world.people().get(viewer)));
                var thread = threads.find(root, actor, sort, new PageRequest(24, Cursor.START));
                if (world.look(world.posts().getFirst(), viewer) == World.Look.GONE) {
                    assertThat(thread).as("seed %d, viewer %d", seed, viewer).isEmpty();
                } else {
                    assertThat(text(thread.orElseThrow().replies()))
                            .as("seed %d, viewer %d, %s", seed, viewer, sort)
                            .isEqualTo(world.below(root, viewer, sort));
                }
            }
        }
    }

    private static String text(List<NodeView> nodes) {
        return nodes.stream()
                .map(node -> (Tree.gone(node.post()) ? "†" : "")
                        + node.post().id()
                        + (node.moreReplies() > 0 || node.post().collapsed() != null ? "+" + node.moreReplies() : "")
                        + "["
                        + text(node.replies())
                        + "]")
                .collect(Collectors.joining());
    }

    private Actor actor(AccountId person) {
        return new Actor(person, "s", Set.of(), clock.instant(), null);
    }

    private World world(Random random) {
        var people = new ArrayList<AccountId>();
        for (var i = 0; i < PEOPLE; i++) {
            people.add(person("p" + i).account());
        }
        var posts = new ArrayList<Post>();
        posts.add(new Post(new PostId(ids.next()), null, 0, "published", false, 0));
        while (posts.size() < POSTS) {
            clock.advance(Duration.ofSeconds(random.nextInt(600)));
            var parent = random.nextInt(4) == 0 ? posts.getLast() : posts.get(random.nextInt(posts.size()));
            posts.add(new Post(
                    new PostId(ids.next()),
                    parent.id(),
                    random.nextInt(PEOPLE),
                    state(random.nextInt(20)),
                    random.nextInt(30) == 0,
                    Math.max(0, random.nextInt(60) - 40)));
        }
        return new World(people, posts, ties(random, 6), ties(random, 12), ties(random, 40));
    }

    private static String state(int drawn) {
        return switch (drawn) {
            case 0, 1 -> "deleted";
            case 2 -> "removed";
            case 3 -> "held";
            default -> "published";
        };
    }

    private static Set<Tie> ties(Random random, int count) {
        var ties = new HashSet<Tie>();
        while (ties.size() < count) {
            var from = random.nextInt(PEOPLE);
            ties.add(new Tie(from, (from + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE));
        }
        return ties;
    }

    private void store(World world) {
        var root = world.posts().getFirst();
        for (var post : world.posts()) {
            jdbc.sql("""
                    INSERT INTO social.post (id, author_id, kind, state, text, visibility, who_may_reply,
                                             who_may_quote, root_id, reply_to_id, branch_hidden, created_at)
                    VALUES (?, ?, 'post', ?, 'text', 'public', 'everyone', 'everyone', ?, nullif(?::bigint, 0), ?, now())
                    """)
                    .param(post.id().value())
                    .param(world.people().get(post.author()).value())
                    .param(post.state())
                    .param(root.id().value())
                    .param(post.parent() == null ? 0 : post.parent().value())
                    .param(post.aside())
                    .update();
            if (post.likes() > 0) {
                jdbc.sql("INSERT INTO social.tally (subject_id, what, count) VALUES (?, 'likes', ?)")
                        .param(post.id().value())
                        .param(post.likes())
                        .update();
            }
        }
        store(world, world.blocks(), "INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, ?)");
        store(world, world.mutes(), "INSERT INTO social.mute (muter_id, muted_id, position) VALUES (?, ?, ?)");
        store(
                world,
                world.follows(),
                "INSERT INTO social.follow (follower_id, followed_id, position) VALUES (?, ?, ?)");
    }

    private void store(World world, Set<Tie> ties, String sql) {
        for (var tie : ties) {
            jdbc.sql(sql)
                    .param(world.people().get(tie.from()).value())
                    .param(world.people().get(tie.to()).value())
                    .param(ids.next())
                    .update();
        }
    }
}
