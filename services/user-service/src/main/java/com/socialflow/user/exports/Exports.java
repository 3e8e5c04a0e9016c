package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.storage.ObjectContent;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.user.exports.Export.State;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking for an archive, looking how far it is, fetching it. */
@Component
class Exports {

    /** From one archive to the next: making one reads everything that a person has. */
    static final Duration PAUSE = Duration.ofDays(1);

    /** What is told of a person's archives: one a day, as long as failed and expired ones are remembered. */
    private static final int LISTED_MAX = 50;

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final ExportStore store;
    private final ObjectStorage storage;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Exports(ExportStore store, ObjectStorage storage, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.storage = storage;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a wish for an archive led to. */
    sealed interface RequestOutcome {
        record Accepted(Export export) implements RequestOutcome {}

        /** One is being made. */
        record UnderWay() implements RequestOutcome {}

        /** There was one already today. */
        record TooSoon(Duration retryAfter) implements RequestOutcome {}

        record Gone() implements RequestOutcome {}
    }

    /** Has an archive made. */
    @Transactional
    RequestOutcome request(AccountId account) {
        if (!store.lock(account)) {
            return new RequestOutcome.Gone();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var before : store.of(account, LISTED_MAX)) {
            if (before.state().open()) {
                return new RequestOutcome.UnderWay();
            }
            var next = before.createdAt().plus(PAUSE);
            if (before.state() != State.FAILED && now.isBefore(next)) {
                return new RequestOutcome.TooSoon(Duration.between(now, next));
            }
        }
        store.forgetOld(account, now.minus(REMEMBERED));
        var id = new ExportId(ids.next());
        store.insert(id, account, now);
        audit.record(AuditEntry.done("export.request", account, Map.of("export", id.toString())));
        return new RequestOutcome.Accepted(store.find(id).orElseThrow());
    }

    /** The person's, the newest first. */
    List<Export> of(AccountId account) {
        return store.of(account, LISTED_MAX);
    }

    /**
     * The person's archive to be read and closed; empty when it is not this person's, not ready, or no longer there.
     */
    Optional<ObjectContent> open(ExportId id, AccountId account) {
        return store.find(id)
                .filter(export -> export.account().equals(account) && export.state() == State.READY)
                .filter(export -> export.expiresAt() != null && clock.instant().isBefore(export.expiresAt()))
                .flatMap(export -> Optional.ofNullable(export.objectKey()).flatMap(storage::get))
                .map(content -> {
                    audit.record(AuditEntry.done("export.download", account, Map.of("export", id.toString())));
                    return content;
                });
    }
}
