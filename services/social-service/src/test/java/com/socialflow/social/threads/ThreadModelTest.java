package com.socialflow.social.threads;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.threads.ThreadModel.Post;
import com.socialflow.social.threads.ThreadModel.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int PEOPLE = 8;

    @Autowired
    private Threads threads;

    static List<Long> seeds() {
        return new Random(SEED).longs(2).boxed().toList();
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
                if (world.look(world.posts().getFirst(), viewer) == ThreadModel.Look.GONE) {
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

    private ThreadModel world(Random random) {
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
        return new ThreadModel(people, posts, ties(random, 4), ties(random, 8), ties(random, 20));
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

    private void store(ThreadModel world) {
        var root = world.posts().getFirst();
        for (var post : world.posts()) {
            jdbc.sql("""
                    INSERT INTO social.post (id, author_id, kind, state, text, visibility, who_may_reply,
                                             who_may_quote, root_id, reply_to_id, branch_hidden, created_at)
                    VALUES (?, ?, 'post', ?, 'text', 'public', 'everyone', 'everyone', ?,
                            nullif(?::bigint, 0), ?, now())
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

    private void store(ThreadModel world, Set<Tie> ties, String sql) {
        for (var tie : ties) {
            jdbc.sql(sql)
                    .param(world.people().get(tie.from()).value())
                    .param(world.people().get(tie.to()).value())
                    .param(ids.next())
                    .update();
        }
    }
}
