package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.social.people.PeopleLocks;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions in which authors have a post stand first, or taken out of a quote. */
@Component
class Pinning {

    /** Of one author: what fits above the fold. */
    static final int PINNED_MAX = 3;

    private final PostStore store;
    private final PeopleLocks people;
    private final Tallies tallies;
    private final Outbox outbox;

    Pinning(PostStore store, PeopleLocks people, Tallies tallies, Outbox outbox) {
        this.store = store;
        this.people = people;
        this.tallies = tallies;
        this.outbox = outbox;
    }

    /** Takes a quoted post out of what quotes it; false when that does not quote it. Twice is once. */
    @Transactional
    public boolean revokeQuote(PostId quoted, PostId quoting) {
        var post = store.findForUpdate(quoting).orElse(null);
        if (post == null || !store.quotes(quoting, quoted)) {
            return false;
        }
        if (post.quote() == null) {
            return true;
        }
        store.revokeQuote(quoting);
        if (post.state() == PostState.PUBLISHED) {
            tallies.add(quoted, Tally.QUOTES, -1);
            outbox.append(PostEdited.newBuilder()
                    .setAuthor(post.author().value())
                    .setPost(quoting.value())
                    .setVersion(post.version() + 1)
                    .build());
        }
        return true;
    }

    /** Puts a post first on its author's page, or takes it from there. */
    @Transactional
    public PinOutcome pin(PostId id, AccountId author, boolean pinned) {
        // Two who count at the same time would both find a place free.
        people.hold(Set.of(author));
        var post = store.findForUpdate(id)
                .filter(found -> found.state() == PostState.PUBLISHED)
                .orElse(null);
        if (post == null) {
            return PinOutcome.NOT_FOUND;
        }
        if (pinned && store.pinnedOthers(author, id) >= PINNED_MAX) {
            return PinOutcome.TOO_MANY;
        }
        store.pin(id, pinned);
        return PinOutcome.DONE;
    }

    /** What came of pinning. */
    enum PinOutcome {
        DONE,
        NOT_FOUND,
        REFUSED,
        TOO_MANY
    }
}
