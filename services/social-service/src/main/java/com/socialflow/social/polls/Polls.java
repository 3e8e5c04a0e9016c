package com.socialflow.social.polls;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.posts.Attachment;
import com.socialflow.social.posts.Draft;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.views.Completions;
import com.socialflow.social.views.PollView;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Polls of posts: made and deleted with them, and shown. */
@Component
public class Polls implements Attachment, Completions.Polls {

    private final PollStore store;
    private final Tallies tallies;
    private final Clock clock;

    Polls(PollStore store, Tallies tallies, Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** A poll begins when its post is there. */
    @Override
    public void attach(PostId post, AccountId author, Draft draft) {
        var wish = draft.poll();
        if (wish != null) {
            store.insert(new Poll(
                    post,
                    author,
                    wish.options(),
                    wish.multiple(),
                    clock.instant().plus(wish.duration()),
                    false));
        }
    }

    @Override
    public void detach(PostId post) {
        store.delete(post);
    }

    @Override
    public Map<PostId, PollView> of(Collection<PostId> posts, Optional<AccountId> viewer) {
        var polls = store.find(posts);
        if (polls.isEmpty()) {
            return Map.of();
        }
        var ids = polls.stream().map(Poll::post).toList();
        var counts = tallies.of(ids);
        var chosen = viewer.map(account -> store.chosen(ids, account)).orElse(Map.<PostId, List<Integer>>of());
        var now = clock.instant();
        var views = new HashMap<PostId, PollView>();
        for (var poll : polls) {
            var id = poll.post();
            views.put(id, poll.view(counts.getOrDefault(id.value(), Map.of()), chosen.get(id), viewer, now));
        }
        return views;
    }
}
