package com.socialflow.user.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.AuditSeal;
import com.socialflow.proto.audit.v1.AuditDetails;
import com.socialflow.proto.audit.v1.AuditLeaf;
import com.socialflow.proto.audit.v1.AuditOrigin;
import com.socialflow.proto.audit.v1.AuditRecorded;
import com.socialflow.user.vault.PersonalVault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appends what was recorded to the tree, one entry after another. */
@Component
class AuditLog {

    /** For what the vault closes: the parts of an entry that go when their person goes. */
    static final String ORIGIN = "audit-origin";

    static final String DETAILS = "audit-details";

    private final AuditStore store;
    private final AuditSeal seal;
    private final PersonalVault vault;

    AuditLog(AuditStore store, AuditSeal seal, PersonalVault vault) {
        this.store = store;
        this.seal = seal;
        this.vault = vault;
    }

    /** Appends an event, once. */
    @Transactional
    void append(AuditRecorded event) {
        // Before the lock: it may take a question to the key service.
        var leaf = leaf(event);
        store.frontierForUpdate(event.getId()).ifPresent(frontier -> append(leaf, frontier, time(event.getAt())));
    }

    private void append(AuditLeaf.Builder begun, Frontier frontier, Instant at) {
        var leaf = begun.setSequence(frontier.size()).build();
        var entry = leaf.toByteArray();
        var hash = Hashes.leaf(entry);
        var nodes = new AuditStore.Nodes();
        var longer = frontier.append(hash, nodes);
        store.append(leaf, entry, hash, at, nodes, longer);
    }

    private AuditLeaf.Builder leaf(AuditRecorded event) {
        return AuditLeaf.newBuilder()
                .setId(event.getId())
                .setAt(event.getAt())
                .setAction(event.getAction())
                .setOutcome(event.getOutcome())
                .setActor(event.getActor())
                .setSubject(event.getSubject())
                .setClient(event.getClient())
                .setTarget(event.getTarget())
                .setRequest(event.getRequest())
                .setOrigin(origin(event))
                .setDetails(details(event));
    }

    private ByteString origin(AuditRecorded event) {
        if (event.getOrigin().isEmpty()) {
            return ByteString.EMPTY;
        }
        var origin = seal.open(event.getOrigin().toByteArray(), AuditOrigin.parser());
        return closed(originOwner(event.getActor(), event.getSubject()), ORIGIN, origin);
    }

    private ByteString details(AuditRecorded event) {
        if (event.getDetails().isEmpty()) {
            return ByteString.EMPTY;
        }
        var details = seal.open(event.getDetails().toByteArray(), AuditDetails.parser());
        return details.getDetailCount() == 0
                ? ByteString.EMPTY
                : closed(detailsOwner(event.getActor(), event.getSubject()), DETAILS, details);
    }

    private ByteString closed(AccountId owner, String purpose, Message part) {
        return ByteString.copyFrom(vault.close(owner, purpose, part.toByteArray()));
    }

    /** Whose address it is; of somebody unknown, that of the account that it concerns. 0 stands for nobody known. */
    static AccountId originOwner(long actor, long subject) {
        return new AccountId(actor == 0 ? subject : actor);
    }

    /** Whom the details tell of. */
    static AccountId detailsOwner(long actor, long subject) {
        return new AccountId(subject == 0 ? actor : subject);
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** That an entry is in the tree of that size, from the bottom up. */
    List<byte[]> inclusion(long sequence, long size) {
        return new Proofs(store::node).inclusion(sequence, size);
    }

    /** That the tree only grew. */
    List<byte[]> consistency(long first, long second) {
        return new Proofs(store::node).consistency(first, second);
    }

    long size() {
        return store.frontier().size();
    }
}
