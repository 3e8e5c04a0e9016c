package com.socialflow.user.federation;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/identities")
class IdentityController {

    private final Identities identities;
    private final Providers providers;

    IdentityController(Identities identities, Providers providers) {
        this.identities = identities;
        this.providers = providers;
    }

    /**
     * Who somebody is to a provider.
     *
     * @param provider its id
     * @param providerName as people know it
     * @param name what the person is called there: an email address or a name
     */
    record IdentityView(
            IdentityId id, String provider, String providerName, String name, Instant createdAt, Instant lastUsedAt) {}

    /** All of them: there are few. */
    record IdentityList(List<IdentityView> items) {}

    @GetMapping
    @Permit("identity.list")
    IdentityList list(Actor actor) {
        return new IdentityList(identities.of(actor.account()).stream()
                .map(identity -> new IdentityView(
                        identity.id(),
                        identity.provider(),
                        providers.name(identity.provider()),
                        identity.label(),
                        identity.createdAt(),
                        identity.lastUsedAt()))
                .toList());
    }

    @DeleteMapping("/{id}")
    @Permit("identity.unlink")
    ResponseEntity<Void> unlink(@PathVariable IdentityId id, Actor actor) {
        return switch (identities.unlink(actor.account(), id)) {
            case UNLINKED -> ResponseEntity.noContent().build();
            case ABSENT -> throw Problem.notFound("identity");
            case LAST_WAY -> throw Problem.conflict("last-way-to-sign-in", "set a password or add a passkey first");
        };
    }
}
