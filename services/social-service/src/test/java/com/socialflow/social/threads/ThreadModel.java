package com.socialflow.social.threads;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A thread and who stands how to whom, read as plainly as it can be said. */
record ThreadModel(List<AccountId> people, List<Post> posts, Set<Tie> blocks, Set<Tie> mutes, Set<Tie> follows) {

    /** A post, and what happened to it. */
    record Post(PostId id, @Nullable PostId parent, int author, String state, boolean aside, long likes) {}

    record Tie(int from, int to) {}

    enum Look {
        FULL,
        CLOSED,
        GONE
    }

    Look look(Post post, int viewer) {
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
