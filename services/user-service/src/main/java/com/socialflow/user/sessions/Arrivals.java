package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.alerts.Alerts;
import com.socialflow.user.sessions.Rotation.Going;
import com.socialflow.user.sessions.Session.Opening;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Lets somebody in who may come in: the session, what is remembered of the device, and who is told. */
@Component
class Arrivals {

    private final Rotation rotation;
    private final KnownDevices devices;
    private final Alerts alerts;
    private final Audit audit;
    private final Clock clock;

    Arrivals(Rotation rotation, KnownDevices devices, Alerts alerts, Audit audit, Clock clock) {
        this.rotation = rotation;
        this.devices = devices;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who is in.
     *
     * @param deviceToken what the browser is to keep; empty when it has it
     */
    record Arrived(Going session, Optional<String> deviceToken) {}

    /** Inside the transaction that decided it. */
    Arrived welcome(AccountId account, Set<String> methods, Visit visit) {
        var network = Networks.kept(visit.address());
        var seen = devices.see(account, visit);
        var session =
                rotation.open(new Opening(account, methods, visit.browser(), visit.device(), network, seen.mark()));
        if (seen.news()) {
            alerts.newSignIn(account, visit.device().name(), network, clock.instant());
        }
        audit.record(new AuditEntry(
                "session.open",
                AuditEntry.Outcome.DONE,
                account,
                "account:" + account,
                Map.of(
                        "methods", String.join(" ", new TreeSet<>(methods)),
                        "device", visit.device().name())));
        return new Arrived(session, seen.token());
    }
}
