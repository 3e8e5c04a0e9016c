package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Username;
import com.socialflow.user.profiles.Usernames.ChangeOutcome;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Changes names when many want the same one: all transactions but one are undone, which is an outcome like another. */
@Component
class Renaming {

    private final Usernames usernames;

    Renaming(Usernames usernames) {
        this.usernames = usernames;
    }

    /**
     * Gives the account another name.
     *
     * @throws com.socialflow.core.Problem 422 when nobody may have it
     */
    ChangeOutcome change(AccountId id, String wanted) {
        var name = Username.choose(wanted);
        try {
            return usernames.change(id, name);
        } catch (DuplicateKeyException | Usernames.NameKept e) {
            return new ChangeOutcome.Taken();
        }
    }
}
