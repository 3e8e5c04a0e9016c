package com.socialflow.user.passwords;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What a password's hash costs: the least that OWASP's Password Storage Cheat Sheet allows. */
@Configuration(proxyBeanMethods = false)
class PasswordCost {

    static final Argon2id.Cost COST = new Argon2id.Cost(19 * 1024, 2, 1);

    /** For want of another: hundreds of tests need people, and not that their passwords are hard to guess. */
    @Bean
    @Fallback
    static Argon2id.Cost cost() {
        return COST;
    }
}
