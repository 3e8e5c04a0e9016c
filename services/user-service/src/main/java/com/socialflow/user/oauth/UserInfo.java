package com.socialflow.user.oauth;

import com.socialflow.platform.auth.Actor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a program may hear of its person (OpenID Connect Core, section 5). */
@Component
class UserInfo {

    private final PersonStore people;
    private final Clock clock;

    UserInfo(PersonStore people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The claims of the scopes that the program has; empty when it was not allowed to know who the person is. */
    Optional<Map<String, Object>> of(Actor actor) {
        var delegation = actor.delegation();
        if (delegation == null || !delegation.scopes().contains(Scopes.OPENID)) {
            return Optional.empty();
        }
        var scopes = delegation.scopes();
        return people.find(actor.account(), 0, clock.instant())
                .filter(Person::active)
                .map(person -> {
                    var claims = new LinkedHashMap<String, Object>();
                    claims.put("sub", actor.account().toString());
                    if (scopes.contains(Scopes.PROFILE)) {
                        claims.put("name", person.displayName());
                        claims.put("preferred_username", person.username());
                        claims.put("locale", person.locale());
                    }
                    if (scopes.contains(Scopes.EMAIL)) {
                        claims.put("email", person.email());
                        claims.put("email_verified", person.emailVerified());
                    }
                    return claims;
                });
    }
}
