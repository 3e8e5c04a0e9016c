package com.socialflow.user.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What operators see of mail that leaves. Addresses are not theirs to see. */
@Component
class MailMetrics {

    private static final Logger log = LoggerFactory.getLogger(MailMetrics.class);

    private final MeterRegistry registry;

    MailMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void sent(Message message) {
        count(message, "sent");
        log.info("{} was sent, attempt {}", message.kind(), message.attempts());
    }

    void postponed(Message message, String reason) {
        count(message, "postponed");
        log.warn("{} waits, attempt {}: {}", message.kind(), message.attempts(), reason);
    }

    void failed(Message message, String reason) {
        count(message, "failed");
        log.warn("{} is given up, attempt {}: {}", message.kind(), message.attempts(), reason);
    }

    private void count(Message message, String outcome) {
        Counter.builder("socialflow.mail")
                .description("Tries to hand a message to the mail server, by kind and outcome")
                .tag("kind", message.kind())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
