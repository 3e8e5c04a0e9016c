package com.socialflow.platform.limits;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.Program;
import com.socialflow.platform.limits.Bucket.Standing;
import com.socialflow.platform.limits.LocalBuckets.Key;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Counts requests against their limits, and tells clients how they stand
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
class Limits {

    private static final String POLICY = "RateLimit-Policy";
    private static final String STANDING = "RateLimit";

    private final LocalBuckets here;
    private final SharedBuckets shared;
    private final RedisOrHere redisOrHere;
    private final ObjectProvider<MeterRegistry> meters;
    private final Map<RouteClass, Limit> limits = new EnumMap<>(RouteClass.class);

    /**
     * What is allowed of a class.
     *
     * @param policy the header that says so
     */
    private record Limit(Bucket bucket, String policy) {}

    Limits(LimitSettings settings, StringRedisTemplate redis, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.here = new LocalBuckets(clock);
        this.shared = new SharedBuckets(redis);
        this.redisOrHere = new RedisOrHere(clock);
        this.meters = meters;
        if (settings.on()) {
            for (var of : RouteClass.values()) {
                var rate = settings.rate(of);
                var policy = "\"%s\";q=%d;w=%d"
                        .formatted(of.word(), rate.requests(), rate.period().toSeconds());
                limits.put(of, new Limit(Bucket.of(rate), policy));
            }
        }
    }

    /**
     * Counts a request and writes the headers of its answer.
     *
     * @throws Problem 429 {@code rate-limited} when it is one too many
     */
    void count(RouteClass of, HttpServletRequest request, HttpServletResponse response) {
        var limit = limits.get(of);
        if (limit == null) {
            return;
        }
        var standing = take(of, limit.bucket(), who(of, request));
        response.setHeader(POLICY, limit.policy());
        response.setHeader(STANDING, "\"" + of.word() + "\";r=" + standing.remaining() + ";t=" + standing.seconds());
        if (!standing.allowed()) {
            meters.getObject()
                    .counter("socialflow.limits.refused", "class", of.word())
                    .increment();
            throw Problem.tooMany("rate-limited", standing.seconds(), "too many requests: wait before the next")
                    .extension("violated-policies", List.of(of.word()));
        }
    }

    private Standing take(RouteClass of, Bucket bucket, Object who) {
        if (!of.shared()) {
            return here.take(new Key(of, who), bucket);
        }
        return redisOrHere.count(
                () -> shared.take("limits:" + of.word() + ":" + who, bucket),
                () -> here.take(new Key(of, who), bucket));
    }

    /**
     * The person, however many sessions and programs they have; a program that acts for itself; else where the request
     * comes from.
     */
    private static Object who(RouteClass of, HttpServletRequest request) {
        if (!of.byAddress()) {
            var actor = Actor.of(request);
            if (actor != null) {
                return actor.account();
            }
            var program = Program.of(request);
            if (program.isPresent()) {
                return program.get().client();
            }
        }
        return Network.of(request.getRemoteAddr());
    }
}
