package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import java.time.Duration;
import java.time.Instant;

/** Decides from facts whether somebody is told of something: pure. */
final class Screening {

    /** How long an account is new. */
    static final Duration NEW = Duration.ofDays(3);

    /** Ids hold the milliseconds since 2020 above these bits. */
    private static final int ID_TIME_SHIFT = 22;

    private static final Instant ID_EPOCH = Instant.parse("2020-01-01T00:00:00Z");

    /**
     * How two people stand to each other.
     *
     * @param apart one of them blocks the other
     * @param silenced the receiver muted the other, notifications too
     * @param follows the receiver follows the other
     * @param followed the other follows the receiver
     * @param hidden nobody is to see the other now
     * @param closed what the other does is for followers
     */
    record Pair(boolean apart, boolean silenced, boolean follows, boolean followed, boolean hidden, boolean closed) {

        /** Of what nobody did. */
        static final Pair NOBODY = new Pair(false, false, false, false, false, false);
    }

    /**
     * What counts of the post.
     *
     * @param mentioned the receiver is mentioned in it
     * @param mutedThread the receiver does not want to hear of its thread
     */
    record PostFacts(
            AccountId author, boolean published, boolean forFollowers, boolean mentioned, boolean mutedThread) {}

    private Screening() {}

    /** Whether and where the receiver is told. */
    static Answer decide(Notification told, NotificationSettings settings, Pair pair, Instant now) {
        if (told.ofOneself() || !settings.ways(told.kind()).app()) {
            return Answer.DROP;
        }
        if (pair.apart() || pair.silenced() || pair.hidden()) {
            return Answer.DROP;
        }
        return told.kind().screened() ? policy(told, settings.policy(), pair, now) : Answer.ACCEPT;
    }

    /** Whether the receiver may see the post, and wants to hear of its thread. */
    static boolean shows(Notification told, PostFacts post, Pair pair) {
        if (!post.published()) {
            return told.kind() == Kind.MODERATION;
        }
        if (post.author().equals(told.to())) {
            return !post.mutedThread();
        }
        var open = !(post.forFollowers() || pair.closed()) || pair.follows() || post.mentioned();
        return open && !post.mutedThread();
    }

    private static Answer policy(Notification told, NotificationSettings.Policy policy, Pair pair, Instant now) {
        var answer = Answer.ACCEPT;
        if (!pair.follows()) {
            answer = answer.stricter(policy.notFollowing());
            if (!pair.followed()) {
                answer = answer.stricter(policy.strangers());
            }
        }
        return isNew(told, now) ? answer.stricter(policy.newAccounts()) : answer;
    }

    /** An account's id says when it was made. */
    private static boolean isNew(Notification told, Instant now) {
        var by = told.by();
        return by != null && ID_EPOCH.plusMillis(by.value() >>> ID_TIME_SHIFT).isAfter(now.minus(NEW));
    }
}
