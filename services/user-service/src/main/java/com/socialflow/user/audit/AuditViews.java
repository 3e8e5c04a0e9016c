package com.socialflow.user.audit;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.proto.audit.v1.AuditDetails;
import com.socialflow.proto.audit.v1.AuditOrigin;
import com.socialflow.user.audit.AuditReader.Opened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of the audit log, to whom. */
final class AuditViews {

    private AuditViews() {}

    /**
     * What an administrator sees.
     *
     * @param actor absent: nobody who was signed in
     * @param client the program of somebody else that it came through
     * @param erased whether something of it is unreadable, for its person was erased
     */
    record Entry(
            long sequence,
            String id,
            Instant at,
            String action,
            String outcome,
            @Nullable AccountId actor,
            @Nullable String client,
            String target,
            @Nullable String requestId,
            @Nullable String address,
            @Nullable String userAgent,
            Map<String, String> details,
            boolean erased) {

        static Entry of(Opened opened) {
            var leaf = opened.leaf();
            return new Entry(
                    leaf.getSequence(),
                    Ids.format(leaf.getId()),
                    AuditLog.time(leaf.getAt()),
                    leaf.getAction(),
                    leaf.getOutcome(),
                    leaf.getActor() == 0 ? null : new AccountId(leaf.getActor()),
                    present(leaf.getClient()),
                    leaf.getTarget(),
                    present(leaf.getRequest()),
                    addressOf(opened.origin()),
                    userAgentOf(opened.origin()),
                    detailsOf(opened.details()),
                    opened.erased());
        }
    }

    /**
     * What a person sees of his or her own account: never from where somebody else acted on it.
     *
     * @param byYou whether the person did it, signed in
     */
    record SecurityEvent(
            String id,
            Instant at,
            String action,
            String outcome,
            boolean byYou,
            @Nullable String client,
            @Nullable String address,
            @Nullable String userAgent,
            Map<String, String> details) {

        static SecurityEvent of(Opened opened, AccountId reader) {
            var leaf = opened.leaf();
            var byYou = leaf.getActor() == reader.value();
            var origin = byYou || leaf.getActor() == 0 ? opened.origin() : Optional.<AuditOrigin>empty();
            var aboutYou = leaf.getSubject() == reader.value() || leaf.getSubject() == 0;
            return new SecurityEvent(
                    Ids.format(leaf.getId()),
                    AuditLog.time(leaf.getAt()),
                    leaf.getAction(),
                    leaf.getOutcome(),
                    byYou,
                    present(leaf.getClient()),
                    addressOf(origin),
                    userAgentOf(origin),
                    aboutYou ? detailsOf(opened.details()) : Map.of());
        }
    }

    /** That an entry is in the tree (RFC 6962, section 2.1.1); hashes in base 64. */
    record Inclusion(long sequence, long treeSize, List<byte[]> path) {}

    /** That the tree only grew (RFC 6962, section 2.1.2); hashes in base 64. */
    record Consistency(long first, long second, List<byte[]> proof) {}

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String addressOf(Optional<AuditOrigin> origin) {
        return origin.isEmpty() ? null : present(origin.get().getAddress());
    }

    private static @Nullable String userAgentOf(Optional<AuditOrigin> origin) {
        return origin.isEmpty() ? null : present(origin.get().getUserAgent());
    }

    private static Map<String, String> detailsOf(Optional<AuditDetails> details) {
        return details.map(AuditDetails::getDetailMap).orElse(Map.of());
    }
}
