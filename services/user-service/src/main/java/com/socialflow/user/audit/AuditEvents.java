package com.socialflow.user.audit;

import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.audit.v1.AuditRecorded;
import org.springframework.stereotype.Component;

/** Takes what every service records; what this one records itself, which is most, without a way through Kafka. */
@Component
class AuditEvents implements Subscriber {

    private final AuditLog log;

    AuditEvents(AuditLog log) {
        this.log = log;
    }

    @Override
    public String service() {
        return "user";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(AuditRecorded.getDefaultInstance(), log::append)
                .atHome(AuditRecorded.getDefaultInstance(), log::append);
    }
}
