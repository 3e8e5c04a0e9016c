package com.socialflow.platform.audit;

import com.socialflow.core.Ids;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.platform.secrets.Envelopes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    AuditSeal auditSeal(Envelopes envelopes) {
        return new AuditSeal(envelopes);
    }

    @Bean
    Audit audit(
            Optional<AuditHome> home,
            List<ServiceSchema> schemas,
            Outbox outbox,
            AuditSeal seal,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        // A process whose services emit nothing has nothing to record either.
        var service = home.map(AuditHome::service)
                .orElseGet(() -> schemas.stream()
                        .filter(ServiceSchema::emits)
                        .map(ServiceSchema::name)
                        .sorted()
                        .findFirst()
                        .orElse(""));
        return new AuditTrail(service, outbox, seal, transactions, ids, clock);
    }
}
