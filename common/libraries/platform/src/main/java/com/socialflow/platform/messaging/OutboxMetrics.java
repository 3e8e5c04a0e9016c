package com.socialflow.platform.messaging;

import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.recurring.Recurring;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of events that leave: for how long the oldest of each service has waited. */
class OutboxMetrics {

    /** As often as Prometheus usually asks. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, AtomicLong> oldestMillis = new TreeMap<>();

    OutboxMetrics(List<ServiceSchema> schemas, JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        schemas.stream().filter(ServiceSchema::emits).map(ServiceSchema::name).forEach(service -> {
            var age = new AtomicLong();
            oldestMillis.put(service, age);
            var tags = Tags.of("service", service);
            meters.gauge("socialflow.outbox.oldest.seconds", tags, age, millis -> millis.get() / 1e3);
        });
    }

    void start(Recurring recurring) {
        recurring.every(LOOK_EVERY, "outbox-look", this::look);
    }

    void look() {
        var now = clock.instant();
        oldestMillis.forEach((service, age) -> age.set(new OutboxStore(jdbc, service)
                .oldestTime()
                .map(since -> Math.max(0, Duration.between(since, now).toMillis()))
                .orElse(0L)));
    }
}
