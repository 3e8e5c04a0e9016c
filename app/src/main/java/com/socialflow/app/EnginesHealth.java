package com.socialflow.app;

import com.socialflow.engines.EngineState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The engines in the health answer: down when one has been given up. */
final class EnginesHealth implements HealthIndicator {

    private final EmbeddedEngines engines;

    EnginesHealth(EmbeddedEngines engines) {
        this.engines = engines;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var status : engines.statuses()) {
            if (status.state() == EngineState.FAILED) {
                health.down();
            }
            health.withDetail(status.engine().label(), status.state().name());
        }
        return health.build();
    }
}
