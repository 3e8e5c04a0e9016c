package com.socialflow.social.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.socialflow.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A person as lists show one.
 *
 * @param avatar from the root of the public address on; null: there is none
 */
public record AccountCard(
        AccountId id,
        String username,
        String displayName,
        @Nullable String avatar,
        @JsonProperty("private") boolean privateAccount) {

    public static AccountCard of(Person person) {
        return new AccountCard(
                person.account(),
                person.username(),
                person.displayName(),
                person.avatar().isEmpty() ? null : person.avatar(),
                person.privateAccount());
    }
}
