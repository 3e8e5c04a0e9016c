package com.socialflow.social.reactions;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import com.socialflow.social.reactions.ReactionStore.Placed;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a person liked, reposted and kept. */
@Component
class ReactionData implements PersonalData {

    /** Rows of one file: some hundred kilobytes in memory. */
    private static final int PAGE = 5_000;

    /** Each is taken back with its count and its event, some statements. */
    private static final int TAKEN_BACK_MAX = 100;

    private final ReactionStore store;
    private final Marking marking;

    ReactionData(ReactionStore store, Marking marking) {
        this.store = store;
        this.marking = marking;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        for (var reaction : Reaction.values()) {
            export(reaction, account, archive);
        }
    }

    private void export(Reaction reaction, AccountId account, Archive archive) {
        var before = Long.MAX_VALUE;
        for (var number = 1; ; number++) {
            var page = store.by(reaction, account, before, PAGE);
            if (page.isEmpty()) {
                return;
            }
            var path = "social/%ss/%04d.json".formatted(reaction.name().toLowerCase(Locale.ROOT), number);
            archive.json(
                    path,
                    switch (reaction) {
                        case LIKE -> "Posts that you like";
                        case REPOST -> "Posts that you reposted";
                        case BOOKMARK -> "Posts that you keep";
                    },
                    page.stream().map(Placed::what).map(PostId::toString).toList());
            before = page.getLast().position();
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        var found = 0;
        for (var reaction : Reaction.values()) {
            var some = store.by(reaction, account, Long.MAX_VALUE, Math.min(limit, TAKEN_BACK_MAX));
            some.forEach(placed -> marking.takeBack(reaction, placed.what(), account));
            found += some.size();
        }
        return found;
    }
}
