package com.socialflow.social.polls;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** A person's votes. Polls are erased with their posts. */
@Component
class PollData implements PersonalData {

    private static final int PAGE = 1_000;

    private final PollStore store;
    private final Votes votes;

    PollData(PollStore store, Votes votes) {
        this.store = store;
        this.votes = votes;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var page = store.votes(account, 0, PAGE);
        for (var number = 1; !page.isEmpty(); number++) {
            archive.json("social/votes/%d.json".formatted(number), "What you chose in polls: options, from 0 on", page);
            page = store.votes(account, page.getLast().post().value(), PAGE);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return votes.withdraw(account, limit);
    }
}
