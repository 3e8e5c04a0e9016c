package com.socialflow.platform.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.calls.CallIdentity;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.audit.v1.AuditDetails;
import com.socialflow.proto.audit.v1.AuditOrigin;
import com.socialflow.proto.audit.v1.AuditRecorded;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Records through the outbox of a service of this process. */
class AuditTrail implements Audit {

    private static final int ADDRESS_MAX = 64;

    private final String service;
    private final Outbox outbox;
    private final AuditSeal seal;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    /**
     * @param service whose outbox: of several in one process any, for they share the database and its transactions
     */
    AuditTrail(String service, Outbox outbox, AuditSeal seal, TransactionTemplate transactions, Ids ids, Clock clock) {
        this.service = service;
        this.outbox = outbox;
        this.seal = seal;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        var event = event(entry);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            outbox.append(service, event);
        } else {
            transactions.executeWithoutResult(_ -> outbox.append(service, event));
        }
    }

    private AuditRecorded event(AuditEntry entry) {
        var request = request();
        var identity = CallIdentity.current();
        var signedIn = identity.account() == null ? 0 : identity.account();
        var actor = entry.actor() == null ? signedIn : entry.actor().value();
        var event = AuditRecorded.newBuilder()
                .setSubject(account(entry.target()).orElse(actor))
                .setId(ids.next())
                .setAt(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()))
                .setAction(entry.action())
                .setOutcome(entry.outcome().name().toLowerCase(Locale.ROOT))
                .setActor(actor)
                .setTarget(entry.target())
                .setRequest(identity.request() == null ? "" : identity.request())
                .setDetails(closed(
                        AuditDetails.newBuilder().putAllDetail(entry.details()).build()));
        request.ifPresent(from -> event.setClient(client(from)).setOrigin(closed(origin(from))));
        return event.build();
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /** The account that a target is. */
    private static Optional<Long> account(String target) {
        if (!target.startsWith(AuditEntry.ACCOUNT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ids.parse(target.substring(AuditEntry.ACCOUNT.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String client(HttpServletRequest request) {
        var actor = Actor.of(request);
        return actor == null || actor.delegation() == null
                ? ""
                : actor.delegation().client();
    }

    private static AuditOrigin origin(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var address = String.valueOf(request.getRemoteAddr());
        return AuditOrigin.newBuilder()
                .setAddress(address.length() > ADDRESS_MAX ? address.substring(0, ADDRESS_MAX) : address)
                .setUserAgent(agent == null ? "" : AuditEntry.cut(agent))
                .build();
    }

    private ByteString closed(Message part) {
        return ByteString.copyFrom(seal.close(part));
    }
}
