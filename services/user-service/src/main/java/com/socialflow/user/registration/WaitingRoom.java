package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.accounts.Username;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where people wait for approval, and how administrators hear of it. */
@Component
class WaitingRoom {

    /** Letters to administrators: beyond it the list says enough. */
    private static final Allowance TOLD = new Allowance(20, Duration.ofHours(1));

    private final ApprovalStore store;
    private final Contacts contacts;
    private final Mail mail;
    private final Throttle throttle;
    private final Clock clock;

    WaitingRoom(ApprovalStore store, Contacts contacts, Mail mail, Throttle throttle, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.mail = mail;
        this.throttle = throttle;
        this.clock = clock;
    }

    void enter(AccountId newcomer, Username username, @Nullable String reason) {
        store.insert(newcomer, reason == null ? "" : reason, clock.instant());
        if (!throttle.take("registration-waiting", TOLD).isZero()) {
            return;
        }
        for (var administrator : contacts.administrators()) {
            mail.send(
                    administrator.email().value(),
                    administrator.locale(),
                    new Letter("registration-waiting", Map.of("username", username.value())));
        }
    }
}
