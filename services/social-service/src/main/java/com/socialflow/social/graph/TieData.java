package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import org.springframework.stereotype.Component;

/** Follows, requests, blocks and mutes of a person, and of others with that person. */
@Component
class TieData implements PersonalData {

    private final TieExport export;
    private final TieErasureStore erasure;
    private final OpeningStore openings;
    private final Tallies tallies;

    TieData(TieExport export, TieErasureStore erasure, OpeningStore openings, Tallies tallies) {
        this.export = export;
        this.erasure = erasure;
        this.openings = openings;
        this.tallies = tallies;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        export.write(account, archive);
    }

    /** The person's own counts go as a whole; those of the others lose one each. */
    @Override
    public int erase(AccountId account, int limit) {
        var followed = erasure.deleteFollowing(account, limit);
        followed.forEach(other -> tallies.add(other, Tally.FOLLOWERS, -1));
        var followers = erasure.deleteFollowers(account, limit);
        followers.forEach(other -> tallies.add(other, Tally.FOLLOWING, -1));
        return followed.size()
                + followers.size()
                + erasure.deleteRequests(account, limit)
                + erasure.deleteBlocks(account, limit)
                + erasure.deleteMutes(account, limit)
                + (openings.delete(account) ? 1 : 0);
    }
}
