package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The programs that people register. Nobody but a program's owner sees or changes it here. */
@Component
class Clients {

    private static final int SECRET_BYTES = 32;

    private final ClientStore store;
    private final Grants grants;
    private final OAuthSettings settings;
    private final Audit audit;
    private final Making making;

    Clients(ClientStore store, Grants grants, OAuthSettings settings, Audit audit, Making making) {
        this.store = store;
        this.grants = grants;
        this.settings = settings;
        this.audit = audit;
        this.making = making;
    }

    /** Where new things get their id, their time and their secret from. */
    @Component
    record Making(Ids ids, Clock clock, SecureRandom secureRandom) {}

    /**
     * A program, and its secret where there is a new one: it is told once.
     *
     * @param secret null: none, or told before
     */
    record Shown(Client client, @Nullable String secret) {}

    /** What registering led to. */
    sealed interface RegisterOutcome {
        record Registered(Shown shown) implements RegisterOutcome {}

        record TooMany(int most) implements RegisterOutcome {}
    }

    @Transactional
    RegisterOutcome register(AccountId owner, ClientForm.Checked form) {
        store.lockOwner(owner);
        if (store.ofOwner(owner).size() >= settings.clientsMax()) {
            return new RegisterOutcome.TooMany(settings.clientsMax());
        }
        var secret = form.confidential() ? secret() : null;
        var client = new Client(
                making.ids().next(),
                owner,
                form.name(),
                form.website(),
                form.redirectUris(),
                form.logoutUris(),
                form.flows(),
                form.dpop(),
                secret == null ? null : Hashes.sha256(secret),
                making.clock().instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(client);
        record("client.register", client);
        return new RegisterOutcome.Registered(new Shown(client, secret));
    }

    List<Client> ofOwner(AccountId owner) {
        return store.ofOwner(owner);
    }

    Optional<Client> find(AccountId owner, String clientId) {
        return find(clientId).filter(client -> client.owner().equals(owner));
    }

    /** By what the protocol calls its client_id. */
    Optional<Client> find(String clientId) {
        try {
            return store.find(Ids.parse(clientId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Transactional
    Optional<Client> change(AccountId owner, String clientId, ClientForm form) {
        return find(owner, clientId).map(before -> {
            var checked = form.checked(before);
            var after = new Client(
                    before.id(),
                    owner,
                    checked.name(),
                    checked.website(),
                    checked.redirectUris(),
                    checked.logoutUris(),
                    checked.flows(),
                    checked.dpop(),
                    before.secretHash(),
                    before.createdAt());
            store.update(after, making.clock().instant());
            record("client.change", after);
            return after;
        });
    }

    /** Gives a program another secret; the one before is good no more. Empty for programs that can keep none. */
    @Transactional
    Optional<Shown> rotateSecret(AccountId owner, String clientId) {
        return find(owner, clientId).filter(Client::confidential).map(client -> {
            var secret = secret();
            var after = client.withSecret(Hashes.sha256(secret));
            store.update(after, making.clock().instant());
            record("client.rotate-secret", after);
            return new Shown(after, secret);
        });
    }

    /** Removes a program, and all access that people gave it. */
    @Transactional
    boolean remove(AccountId owner, String clientId) {
        var client = find(owner, clientId);
        client.ifPresent(known -> {
            grants.revokeOfClient(known.id(), "program-removed");
            store.delete(known.id());
            record("client.remove", known);
        });
        return client.isPresent();
    }

    private void record(String action, Client client) {
        audit.record(AuditEntry.done(action, client.owner(), Map.of("client", client.clientId())));
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        making.secureRandom().nextBytes(bytes);
        return "sfs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
