package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.social.people.Person;
import org.jspecify.annotations.Nullable;

/** The face beside a post. */
public record AuthorView(
        AccountId id,
        String username,
        String displayName,
        @Nullable String avatar) {

    static AuthorView of(Person person) {
        return new AuthorView(
                person.account(),
                person.username(),
                person.displayName(),
                person.avatar().isEmpty() ? null : person.avatar());
    }
}
