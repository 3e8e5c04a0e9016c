package com.socialflow.social.notifications;

import static com.socialflow.core.Require.require;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.core.PostId;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a person of, unless the person does not want to hear it.
 *
 * @param by who did it; null: nobody, it happened
 * @param subject what it is about, which makes it the same when it comes again; 0: the receiver
 * @param post what is shown with it; whoever may not see it is not told
 */
public record Notification(
        AccountId to,
        Kind kind,
        @Nullable AccountId by,
        long subject,
        @Nullable PostId post) {

    public Notification {
        require(by != null || !kind.screened(), "somebody did it");
    }

    /** By and about a post: it answers, quotes, mentions, or its author's bell is on. */
    public static Notification ofPost(Kind kind, AccountId to, AccountId by, PostId post) {
        return new Notification(to, kind, by, post.value(), post);
    }

    /** Something was decided about the person, or about the post. */
    public static Notification moderation(AccountId to, Id decision, @Nullable PostId post) {
        return new Notification(to, Kind.MODERATION, null, decision.value(), post);
    }

    /** Nobody is told of what he or she did. */
    boolean ofOneself() {
        return to.equals(by);
    }
}
