package com.socialflow.social.threads;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.PostId;
import com.socialflow.social.views.PostView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assembles replies into a tree. What is gone or not for the viewer keeps its place while something below it is shown.
 * Muted people's branches and those put aside stay closed, with a count.
 */
final class Tree {

    /** Why a post is collapsed together with all that answers it. */
    private static final Set<String> CLOSED = Set.of("muted", "blocked-branch");

    private final Map<PostId, List<PostView>> answers = new HashMap<>();
    private final Set<PostId> cut;
    private final String cursor;

    /**
     * @param shown the posts of the branch as the viewer is shown them; what is not among them is not there
     * @param begunBy whose replies come first by relevance; null: not known
     */
    Tree(Branch branch, Map<PostId, PostView> shown, Sort sort, @Nullable AccountId begunBy) {
        this.cut = branch.cut();
        this.cursor = Cursor.at(sort.start()).toString();
        for (var reply : branch.replies()) {
            var view = shown.get(reply.id());
            if (view != null) {
                answers.computeIfAbsent(reply.parent(), _ -> new ArrayList<>()).add(view);
            }
        }
        var order = order(sort, begunBy);
        answers.values().forEach(siblings -> siblings.sort(order));
    }

    private static Comparator<PostView> order(Sort sort, @Nullable AccountId begunBy) {
        Comparator<PostView> newest =
                Comparator.comparingLong(view -> -view.id().value());
        return switch (sort) {
            case NEWEST -> newest;
            case OLDEST -> newest.reversed();
            case RELEVANCE ->
                Comparator.<PostView>comparingInt(view -> group(view, begunBy))
                        .thenComparing(Comparator.<PostView>comparingLong(view -> Relevance.rank(
                                        view.id().value(), view.counts().likes()))
                                .reversed());
        };
    }

    /** What the video's owner pinned, who began the thread, whom the viewer follows, all others. */
    private static int group(PostView view, @Nullable AccountId begunBy) {
        var author = view.author();
        var standing = view.viewer();
        if (view.pinnedInThread()) {
            return 0;
        }
        if (author != null && author.id().equals(begunBy)) {
            return 1;
        }
        return standing != null && standing.following() ? 2 : 3;
    }

    /** What is shown of the answers to a post. */
    List<NodeView> below(PostId post) {
        return answers.getOrDefault(post, List.of()).stream()
                .flatMap(view -> node(view).stream())
                .toList();
    }

    private Optional<NodeView> node(PostView view) {
        var replies = below(view.id());
        var unread = cut.contains(view.id()) ? view.counts().replies() : 0;
        if (gone(view) && replies.isEmpty() && unread == 0) {
            return Optional.empty();
        }
        if (CLOSED.contains(String.valueOf(view.collapsed()))) {
            unread += replies.stream().mapToLong(Tree::size).sum();
            replies = List.of();
        }
        return Optional.of(new NodeView(view, replies, unread, unread == 0 ? null : cursor));
    }

    /** Posts that can be read in a branch, seen or behind a line. */
    private static long size(NodeView node) {
        var below = node.replies().stream().mapToLong(Tree::size).sum() + node.moreReplies();
        return gone(node.post()) ? below : below + 1;
    }

    static boolean gone(PostView view) {
        return view.author() == null && view.text() == null;
    }
}
