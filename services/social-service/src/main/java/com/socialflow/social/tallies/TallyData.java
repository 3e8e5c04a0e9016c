package com.socialflow.social.tallies;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** What was counted of a person. Of posts, whoever erases them has the counts forgotten. */
@Component
class TallyData implements PersonalData {

    private final Tallies tallies;

    TallyData(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        // Sums of what is exported.
    }

    @Override
    public int erase(AccountId account, int limit) {
        return tallies.forget(account);
    }
}
