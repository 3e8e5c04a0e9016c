package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;

/**
 * Entries as members of a sorted set: the newest first, and each in few bytes. The score is minus the milliseconds
 * of the position, so that the newest goes in at the head. Members of one score sort as text: they begin with the
 * complement of the position, which has 19 digits until 2081. Of a post that is all, a number to Redis; of a
 * repost, the post and who reposts follow in base 36.
 */
final class Members {

    /** At the end: there is nothing older than what is here. */
    static final String COMPLETE = "e";

    /** At the head, followed by whose doing it is: the rest is not here yet. */
    static final String BUILDING = "b";

    private static final int RADIX = 36;

    /** An id's low bits that are not its time. */
    private static final int TIME_SHIFT = 22;

    private Members() {}

    static String score(HomeEntry entry) {
        return Long.toString(-(entry.position() >> TIME_SHIFT));
    }

    static String member(HomeEntry entry) {
        var place = Long.toString(Long.MAX_VALUE - entry.position());
        var by = entry.repostedBy();
        return by == null
                ? place
                : place + ":" + Long.toString(entry.post().value(), RADIX) + ":" + Long.toString(by.value(), RADIX);
    }

    static HomeEntry entry(String member) {
        var colon = member.indexOf(':');
        if (colon < 0) {
            var position = Long.MAX_VALUE - Long.parseLong(member);
            return new HomeEntry(position, new PostId(position), null);
        }
        var second = member.indexOf(':', colon + 1);
        return new HomeEntry(
                Long.MAX_VALUE - Long.parseLong(member, 0, colon, 10),
                new PostId(Long.parseLong(member, colon + 1, second, RADIX)),
                new AccountId(Long.parseLong(member, second + 1, member.length(), RADIX)));
    }
}
