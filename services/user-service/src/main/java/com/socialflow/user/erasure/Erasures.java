package com.socialflow.user.erasure;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.user.v1.AccountErased;
import com.socialflow.user.personal.PersonalErasure;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases people. All of it happens in one transaction, with the event that tells other services to do the same. */
@Component
class Erasures {

    private final DepartureStore store;
    private final List<PersonalErasure> features;
    private final PartingLetters letters;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Erasures(
            DepartureStore store,
            List<PersonalErasure> features,
            PartingLetters letters,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.features = features;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those whose time has come. */
    List<AccountId> due(int limit) {
        return store.due(clock.instant(), limit);
    }

    /** Erases this person; nothing when the time has not come, or another process does it. */
    @Transactional
    void erase(AccountId account) {
        var found = store.lockDue(account, clock.instant());
        if (found.isEmpty()) {
            return;
        }
        // Before the keys are gone that know it.
        var leaver = letters.reachable(found.get());
        features.forEach(feature -> feature.erase(leaver));
        store.erase(account);
        outbox.append(AccountErased.newBuilder().setAccount(account.value()).build());
        audit.record(AuditEntry.done("account.erase", account, Map.of()));
        letters.erased(leaver);
    }
}
