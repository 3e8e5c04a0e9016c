package com.socialflow.platform;

import com.socialflow.core.Ids;
import com.socialflow.platform.audit.AuditConfiguration;
import com.socialflow.platform.auth.AuthConfiguration;
import com.socialflow.platform.calls.CallConfiguration;
import com.socialflow.platform.database.DatabaseConfiguration;
import com.socialflow.platform.database.DatabaseSettings;
import com.socialflow.platform.fetch.FetchConfiguration;
import com.socialflow.platform.images.ImagesConfiguration;
import com.socialflow.platform.limits.LimitConfiguration;
import com.socialflow.platform.messaging.MessagingConfiguration;
import com.socialflow.platform.policy.PolicyConfiguration;
import com.socialflow.platform.recurring.RecurringConfiguration;
import com.socialflow.platform.secrets.SecretConfiguration;
import com.socialflow.platform.storage.StorageConfiguration;
import com.socialflow.platform.web.WebConfiguration;
import io.lettuce.core.ClientOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.info.InfoEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisReactiveHealthContributorAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.ssl.SslMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Everything that a service stands on. The program and every service's tests import it beside the modules. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataRedisReactiveAutoConfiguration.class,
            DataRedisRepositoriesAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            // Metrics are scraped; only traces are pushed, and only to an address that somebody set.
            OtlpMetricsExportAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            // Nothing here needs what these make, and each costs every start some milliseconds.
            DataRedisReactiveHealthContributorAutoConfiguration.class,
            DataRepositoryMetricsAutoConfiguration.class,
            DataSourceInitializationAutoConfiguration.class,
            DataWebAutoConfiguration.class,
            InfoContributorAutoConfiguration.class,
            InfoEndpointAutoConfiguration.class,
            KafkaMetricsAutoConfiguration.class,
            OpenTelemetryLoggingAutoConfiguration.class,
            OtlpLoggingAutoConfiguration.class,
            ScheduledTasksObservationAutoConfiguration.class,
            SslHealthContributorAutoConfiguration.class,
            SslMetricsAutoConfiguration.class,
            TaskExecutorMetricsAutoConfiguration.class,
            TaskSchedulingAutoConfiguration.class
        })
@EnableConfigurationProperties({PlatformSettings.class, DatabaseSettings.class})
@Import({
    AuditConfiguration.class,
    AuthConfiguration.class,
    CallConfiguration.class,
    DatabaseConfiguration.class,
    FetchConfiguration.class,
    ImagesConfiguration.class,
    LimitConfiguration.class,
    MessagingConfiguration.class,
    PolicyConfiguration.class,
    RecurringConfiguration.class,
    StorageConfiguration.class,
    SecretConfiguration.class,
    WebConfiguration.class
})
public class PlatformConfiguration {

    private static final Duration REDIS_PATIENCE = Duration.ofSeconds(1);

    @Bean
    @ConditionalOnMissingBean
    static EngineAddresses engineAddresses(DatabaseSettings database, PlatformSettings platform) {
        return new ConfiguredEngines(database, platform);
    }

    @Bean
    @ConditionalOnMissingBean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Every role, unless the program was told which. */
    @Bean
    @ConditionalOnMissingBean
    static Roles roles() {
        return new Roles(Roles.ALL);
    }

    @Bean
    @ConditionalOnMissingBean
    static InstanceName instanceName(Ids ids) {
        return new InstanceName(Ids.format(ids.next()));
    }

    /** For tokens and keys, and good enough for everything else. */
    @Bean
    static SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    static Ids ids(Clock clock, RandomGenerator random) {
        return new Ids(clock, random);
    }

    @Bean
    static LettuceConnectionFactory redisConnections(EngineAddresses engines) {
        var address = engines.redis();
        var server = new RedisStandaloneConfiguration(address.host(), address.port());
        if (!address.user().isEmpty()) {
            server.setUsername(address.user());
        }
        server.setPassword(RedisPassword.of(address.password()));
        // What Redis is used for here has a way on without it: it fails fast rather than holding a request.
        var client = LettuceClientConfiguration.builder()
                .commandTimeout(REDIS_PATIENCE)
                .clientOptions(ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        if (address.tls()) {
            client.useSsl();
        }
        return new LettuceConnectionFactory(server, client.build());
    }
}
