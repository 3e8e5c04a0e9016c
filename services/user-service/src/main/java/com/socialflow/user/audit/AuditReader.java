package com.socialflow.user.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.proto.audit.v1.AuditDetails;
import com.socialflow.proto.audit.v1.AuditLeaf;
import com.socialflow.proto.audit.v1.AuditOrigin;
import com.socialflow.user.vault.PersonalVault;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads the audit log, with what of it can still be opened. */
@Component
class AuditReader {

    /** Entries of an export in memory at once. */
    private static final int EXPORT_BATCH = 200;

    private final AuditSearchStore store;
    private final PersonalVault vault;

    AuditReader(AuditSearchStore store, PersonalVault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * An entry.
     *
     * @param origin empty: there is none, or its person was erased
     * @param details empty: there are none, or their person was erased
     */
    record Opened(AuditLeaf leaf, Optional<AuditOrigin> origin, Optional<AuditDetails> details) {

        /** Whether something of it was made unreadable. */
        boolean erased() {
            return !leaf.getOrigin().isEmpty() && origin.isEmpty()
                    || !leaf.getDetails().isEmpty() && details.isEmpty();
        }
    }

    Page<Opened> search(AuditQuery query, PageRequest page) {
        return cut(store.search(query, before(page), page.limit() + 1), page);
    }

    Page<Opened> ofPerson(AccountId account, PageRequest page) {
        return cut(store.ofPerson(account, before(page), page.limit() + 1), page);
    }

    private static long before(PageRequest page) {
        return page.after().positionOr(Long.MAX_VALUE);
    }

    private Page<Opened> cut(List<AuditLeaf> leaves, PageRequest page) {
        return Page.cut(leaves, page.limit(), AuditLeaf::getSequence).map(this::opened);
    }

    /** Gives every entry that is asked for, the newest first, in bounded memory. */
    void export(AuditQuery query, Consumer<Opened> sink) {
        var before = Long.MAX_VALUE;
        while (true) {
            var batch = store.search(query, before, EXPORT_BATCH);
            for (var leaf : batch) {
                sink.accept(opened(leaf));
                before = leaf.getSequence();
            }
            if (batch.size() < EXPORT_BATCH) {
                return;
            }
        }
    }

    private Opened opened(AuditLeaf leaf) {
        return new Opened(
                leaf,
                open(
                        AuditLog.originOwner(leaf.getActor(), leaf.getSubject()),
                        AuditLog.ORIGIN,
                        leaf.getOrigin(),
                        AuditOrigin.parser()),
                open(
                        AuditLog.detailsOwner(leaf.getActor(), leaf.getSubject()),
                        AuditLog.DETAILS,
                        leaf.getDetails(),
                        AuditDetails.parser()));
    }

    private <M extends Message> Optional<M> open(AccountId owner, String purpose, ByteString closed, Parser<M> parser) {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        return vault.open(owner, purpose, closed.toByteArray()).map(bytes -> {
            try {
                return parser.parseFrom(bytes);
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("a part of an audit entry cannot be read", e);
            }
        });
    }
}
