package com.socialflow.user.profiles;

import com.socialflow.user.accounts.DisplayName;

/**
 * Everything that a person can change of the profile in one go.
 *
 * @param locale in which language to speak to the person, a BCP 47 tag
 */
record Said(DisplayName displayName, String locale, Profile profile) {

    static Said of(Person person) {
        return new Said(person.account().displayName(), person.account().locale(), person.profile());
    }
}
