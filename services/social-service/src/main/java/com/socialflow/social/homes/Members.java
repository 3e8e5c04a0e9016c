package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.util.Comparator;
import java.util.List;

/**
 * Entries as members of a list: those that came last at the head, and each in few bytes. Members sort as text, the
 * newest first: they begin with the complement of the position, which has 19 digits until 2081. Of a post that is all,
 * a number to Redis; of a repost, the post and who reposts follow in base 36. The last member is none, but says how far
 * the list goes.
 */
final class Members {

    /** At the end: there is nothing older than what is here. */
    static final String COMPLETE = "e";

    /** At the end, followed by whose doing it is: the rest is not here yet. */
    static final String BUILDING = "b";

    /** At the end, followed by the complement of a position: there, and below it, something is missing. */
    private static final String FLOOR = "f";

    private static final int RADIX = 36;

    private Members() {}

    static String member(HomeEntry entry) {
        var place = complement(entry.position());
        var by = entry.repostedBy();
        return by == null
                ? place
                : place + ":" + Long.toString(entry.post().value(), RADIX) + ":" + Long.toString(by.value(), RADIX);
    }

    private static HomeEntry entry(String member) {
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

    /** The end of a list whose last entry is this one, when there are older ones that it lacks. */
    static String endAfter(HomeEntry last) {
        return FLOOR + complement(last.position() - 1);
    }

    /** What lies above the end, each once, the newest first. */
    static List<HomeEntry> entries(List<String> members) {
        var end = members.getLast();
        var floor = end.startsWith(FLOOR) ? Long.MAX_VALUE - Long.parseLong(end, 1, end.length(), 10) : 0;
        return members.subList(0, members.size() - 1).stream()
                .map(Members::entry)
                .filter(entry -> entry.position() > floor)
                .sorted(Comparator.comparingLong(HomeEntry::position).reversed())
                .distinct()
                .toList();
    }

    private static String complement(long position) {
        return Long.toString(Long.MAX_VALUE - position);
    }
}
