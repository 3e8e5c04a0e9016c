package com.socialflow.viewcount.shares;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what became of shares. */
@Component
class ShareMeters {

    /** COUNTED, or why not. */
    enum Fate {
        COUNTED,
        AGAIN,
        BOT,
        OWNER,
        TOO_MANY
    }

    private final MeterRegistry registry;

    ShareMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void told(Fate fate) {
        registry.counter("socialflow.views.shares", "fate", fate.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
