package com.socialflow.social.homes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How posts get into home timelines.
 *
 * @param pulledFrom followers from which on somebody's posts are not brought to them: they fetch them when they read
 * @param kept home timelines that stand ready in Redis at most, of those who read last; about 3 KB each
 */
@ConfigurationProperties("socialflow.social.homes")
record HomeSettings(
        @DefaultValue("10000") int pulledFrom,
        @DefaultValue("25000") int kept) {

    /** Deliveries of one author within this time ... */
    static final Duration STORM = Duration.ofMinutes(1);

    /** ... beyond which the author's posts are fetched for a while: half a second of one core's work. */
    static final int DELIVERIES_MAX = 100_000;

    static final Duration PULLED_FOR = Duration.ofMinutes(10);
}
