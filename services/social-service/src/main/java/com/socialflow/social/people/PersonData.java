package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** What is kept here of what the user service tells of a person: it gives the original itself. */
@Component
class PersonData implements PersonalData {

    private final People people;

    PersonData(People people) {
        this.people = people;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        // A copy of what the user service exports.
    }

    @Override
    public int erase(AccountId account, int limit) {
        return people.forget(account);
    }
}
