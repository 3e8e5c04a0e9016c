package com.socialflow.user.registration;

import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people come in at present. */
@Component
class Modes {

    private final ModeStore store;
    private final RegistrationSettings settings;
    private final Audit audit;
    private final Clock clock;

    Modes(ModeStore store, RegistrationSettings settings, Audit audit, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    RegistrationMode current() {
        return store.find().orElse(settings.mode());
    }

    /** Chooses a mode, for all processes and from now on. */
    @Transactional
    void choose(RegistrationMode mode) {
        var before = current();
        store.put(mode, clock.instant());
        audit.record(new AuditEntry(
                "registration-mode.set",
                Outcome.DONE,
                null,
                "registration",
                Map.of("before", before.text(), "after", mode.text())));
    }
}
