package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What is told of an account, to whom. */
final class AccountViews {

    private AccountViews() {}

    /** What a person sees of himself or herself. */
    record Own(
            AccountId id,
            String username,
            String displayName,
            String email,
            boolean emailVerified,
            LocalDate birthDate,
            List<String> roles,
            String state,
            String locale,
            Instant createdAt) {

        static Own of(Account account) {
            return new Own(
                    account.id(),
                    account.username().value(),
                    account.displayName().value(),
                    account.email().value(),
                    account.emailVerifiedAt() != null,
                    account.birthDate(),
                    account.roles().stream().sorted().toList(),
                    account.state().text(),
                    account.locale(),
                    account.createdAt());
        }
    }
}
