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
        append(List.of(event));
    }

    /** Appends events one after another, each once. */
    @Transactional
    void append(List<AuditRecorded> events) {
        // Before the lock: it may take questions to the key service.
        var leaves = events.stream().map(this::leaf).toList();
        var tree = store.lock(events.stream().map(AuditRecorded::getId).toList());
        var growth = new Growth(tree.edge());
        leaves.stream().filter(leaf -> !tree.known().contains(leaf.getId())).forEach(growth::add);
        if (!growth.leaves().isEmpty()) {
            store.append(growth);
        }
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
