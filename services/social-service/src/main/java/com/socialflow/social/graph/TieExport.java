package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.FollowStore.Entry;
import com.socialflow.social.people.KnownNames;
import com.socialflow.social.personal.Archive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the ties of a person for the archive that the person asked for. */
@Component
class TieExport {

    /** Rows of one file: some hundred kilobytes in memory. */
    private static final int PAGE = 5_000;

    /** Before every mute. */
    private static final Instant EVER = Instant.EPOCH;

    /** Somebody in a list; without a name when nobody is to see the person now. */
    record Other(AccountId account, @Nullable String username) {}

    record MutedOther(
            AccountId account,
            @Nullable String username,
            @Nullable Instant until,
            boolean notifications) {}

    /** A list of people, page by page. */
    private interface Pages {
        List<Entry> before(long position, int limit);
    }

    private final FollowStore follows;
    private final FollowRequestStore requests;
    private final BlockStore blocks;
    private final MuteStore mutes;
    private final KnownNames names;

    TieExport(FollowStore follows, FollowRequestStore requests, BlockStore blocks, MuteStore mutes, KnownNames names) {
        this.follows = follows;
        this.requests = requests;
        this.blocks = blocks;
        this.mutes = mutes;
        this.names = names;
    }

    void write(AccountId account, Archive archive) {
        write(archive, "following", "Whom you follow", (before, limit) -> follows.following(account, before, limit));
        write(archive, "followers", "Who follows you", (before, limit) -> follows.followers(account, before, limit));
        write(
                archive,
                "follow-requests",
                "Who asks to follow you",
                (before, limit) -> requests.of(account, before, limit));
        write(
                archive,
                "requested",
                "Whom you ask to let you follow",
                (before, limit) -> requests.by(account, before, limit));
        write(archive, "blocks", "Whom you block", (before, limit) -> blocks.of(account, before, limit));
        writeMutes(archive, account);
    }

    private void write(Archive archive, String name, String what, Pages pages) {
        var before = Long.MAX_VALUE;
        for (var number = 1; ; number++) {
            var page = pages.before(before, PAGE);
            if (page.isEmpty()) {
                return;
            }
            var found = names.of(page.stream().map(Entry::account).toList());
            var others = new ArrayList<Other>();
            page.forEach(entry -> others.add(new Other(entry.account(), found.get(entry.account()))));
            archive.json(path(name, number), what, others);
            before = page.getLast().position();
        }
    }

    private void writeMutes(Archive archive, AccountId account) {
        var page = mutes.of(account, Long.MAX_VALUE, Mutes.MUTES_MAX, EVER);
        if (!page.isEmpty()) {
            var found = names.of(page.stream().map(Mute::muted).toList());
            archive.json(
                    path("mutes", 1),
                    "Whom you mute",
                    page.stream()
                            .map(mute -> new MutedOther(
                                    mute.muted(), found.get(mute.muted()), mute.until(), mute.notifications()))
                            .toList());
        }
    }

    private static String path(String name, int number) {
        return number == 1 ? "social/%s.json".formatted(name) : "social/%s-%d.json".formatted(name, number);
    }
}
