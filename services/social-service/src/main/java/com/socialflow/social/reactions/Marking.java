package com.socialflow.social.reactions;

import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.LikeTakenBack;
import com.socialflow.proto.social.v1.PostLiked;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.RepostTakenBack;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactions of reactions: the row, its count and its event, all or none. Who does the same at the same time
 * waits for the row, and then finds it there.
 */
@Component
class Marking {

    private final ReactionStore store;
    private final Tallies tallies;
    private final Outbox outbox;
    private final Ids ids;

    Marking(ReactionStore store, Tallies tallies, Outbox outbox, Ids ids) {
        this.store = store;
        this.tallies = tallies;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** False when the post went meanwhile. */
    @Transactional
    public boolean add(Reaction reaction, PostId post, AccountId account) {
        var author = store.lockShared(post).orElse(null);
        if (author == null) {
            return false;
        }
        var position = ids.next();
        if (store.insert(reaction, account, post, position)) {
            switch (reaction) {
                case LIKE -> tell(post, Tally.LIKES, 1, liked(account, post, author));
                case REPOST -> tell(post, Tally.REPOSTS, 1, reposted(account, position, post, author));
                case BOOKMARK -> {
                    // Nobody else learns of it.
                }
            }
        }
        return true;
    }

    /** False when there was nothing to take back. */
    @Transactional
    public boolean takeBack(Reaction reaction, PostId post, AccountId account) {
        var position = store.delete(reaction, account, post);
        if (position.isEmpty()) {
            return false;
        }
        var author = store.author(post);
        switch (reaction) {
            case LIKE -> tell(post, Tally.LIKES, -1, unliked(account, post, author));
            case REPOST -> tell(post, Tally.REPOSTS, -1, unreposted(account, position.getAsLong(), post, author));
            case BOOKMARK -> {
                // Nobody else learned of it.
            }
        }
        return true;
    }

    private void tell(PostId post, Tally what, int delta, Message event) {
        tallies.add(post, what, delta);
        outbox.append(event);
    }

    private static Message liked(AccountId account, PostId post, AccountId author) {
        return PostLiked.newBuilder()
                .setAccount(account.value())
                .setPost(post.value())
                .setAuthor(author.value())
                .build();
    }

    private static Message unliked(AccountId account, PostId post, AccountId author) {
        return LikeTakenBack.newBuilder()
                .setAccount(account.value())
                .setPost(post.value())
                .setAuthor(author.value())
                .build();
    }

    private static Message reposted(AccountId account, long repost, PostId post, AccountId author) {
        return PostReposted.newBuilder()
                .setAccount(account.value())
                .setRepost(repost)
                .setPost(post.value())
                .setAuthor(author.value())
                .build();
    }

    private static Message unreposted(AccountId account, long repost, PostId post, AccountId author) {
        return RepostTakenBack.newBuilder()
                .setAccount(account.value())
                .setRepost(repost)
                .setPost(post.value())
                .setAuthor(author.value())
                .build();
    }
}
