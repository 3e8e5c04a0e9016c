package com.socialflow.user.passwords;

import org.springframework.context.annotation.Bean;

/**
 * Hashes that cost a millisecond, for tests about something else: those of their hundreds of people would take most of
 * the time. What hashes really cost, {@link PasswordsTest} looks at. Not annotated: the module's own scan must not find
 * it.
 */
public class CheapPasswords {

    @Bean
    static Argon2id.Cost cheapCost() {
        return new Argon2id.Cost(512, 1, 1);
    }
}
