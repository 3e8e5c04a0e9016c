package com.socialflow.user.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes looking up a secret, deciding and keeping the result one transaction: what is found stays locked until then. A
 * refusal is a result too, and what it took back stays taken back.
 */
@Lazy
@Component
class Decisions {

    @Transactional(noRollbackFor = AuthenticationException.class)
    @Nullable
    Authentication decide(AuthenticationProvider provider, Authentication request) {
        return provider.authenticate(request);
    }

    /** A provider with a transaction around it. */
    static AuthenticationProvider around(Decisions decisions, AuthenticationProvider provider) {
        return new AuthenticationProvider() {
            @Override
            public @Nullable Authentication authenticate(Authentication request) {
                return decisions.decide(provider, request);
            }

            @Override
            public boolean supports(Class<?> type) {
                return provider.supports(type);
            }
        };
    }
}
