package com.socialflow.platform.messaging;

import com.socialflow.core.Ids;
import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.recurring.Recurring;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox, and what carries events between services. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {

    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Ids ids, Clock clock, RelaySignal signal) {
        return new Outbox(jdbc, ids, clock, signal);
    }

    @Bean
    Messaging.Surroundings messagingSurroundings(
            EngineAddresses engines,
            InstanceName instance,
            List<ServiceSchema> schemas,
            List<Subscriber> subscribers,
            List<BatchSubscriber> batchSubscribers,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Recurring recurring,
            Clock clock) {
        return new Messaging.Surroundings(
                engines, instance, schemas, subscribers, batchSubscribers, jdbc, transactions, recurring, clock);
    }

    @Bean
    OutboxMetrics outboxMetrics(
            MessagingSettings settings,
            List<ServiceSchema> schemas,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry meters,
            Recurring recurring) {
        var metrics = new OutboxMetrics(schemas, jdbc, clock, meters);
        if (settings.enabled()) {
            metrics.start(recurring);
        }
        return metrics;
    }

    @Bean
    Messaging messaging(MessagingSettings settings, Messaging.Surroundings around, RelaySignal signal) {
        return new Messaging(settings, around, signal);
    }
}
