package com.socialflow.social.push;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Hands messages to push services (RFC 8030). */
@Component
class PushSender {

    /** A device that is off for longer finds the notification in the list. */
    static final Duration TTL = Duration.ofHours(12);

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);

    /** What a push service said. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** The device is not subscribed any more. */
        record Gone() implements Outcome {}

        /** This message will never be taken. */
        record Refused(String why) implements Outcome {}

        /**
         * Another time.
         *
         * @param afterSeconds as the service asks
         */
        record NotNow(String why, OptionalLong afterSeconds) implements Outcome {}
    }

    private final PushServices services;
    private final VapidKeys keys;
    private final Clock clock;
    private final MeterRegistry meters;
    // Redirects would lead to addresses that nobody checked.
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PushSender(PushServices services, VapidKeys keys, Clock clock, MeterRegistry meters) {
        this.services = services;
        this.keys = keys;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Sends one message.
     *
     * @param topic a newer message of the same topic takes the place of one that waits there
     * @param urgency as RFC 8030, section 5.3, has it
     */
    Outcome send(Subscription device, byte[] text, String topic, String urgency) {
        var outcome = sent(device, text, topic, urgency);
        var word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("socialflow.push", "outcome", word).increment();
        return outcome;
    }

    private Outcome sent(Subscription device, byte[] text, String topic, String urgency) {
        var address = services.address(device.endpoint());
        var point = Points.read(device.deviceKey());
        if (address.isEmpty() || point.isEmpty()) {
            // Its service is not among the known ones any more.
            return new Outcome.Gone();
        }
        var body = PushContent.encrypt(text, point.get(), device.deviceAuth(), keys.pair(), keys.salt());
        try {
            return outcome(http.send(request(address.get(), body, topic, urgency), BodyHandlers.discarding()));
        } catch (IOException e) {
            return new Outcome.NotNow(e.getClass().getSimpleName(), OptionalLong.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NotNow("stopped", OptionalLong.empty());
        }
    }

    private HttpRequest request(URI address, byte[] body, String topic, String urgency) {
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Authorization", keys.get().authorization(address, clock.instant()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(TTL.toSeconds()))
                .header("Urgency", urgency)
                .header("Topic", topic)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Outcome outcome(HttpResponse<Void> answer) {
        var status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Accepted();
        }
        if (status == 404 || status == 410) {
            return new Outcome.Gone();
        }
        if (status == 429 || status >= 500) {
            return new Outcome.NotNow("status " + status, retryAfter(answer));
        }
        return new Outcome.Refused("status " + status);
    }

    /** Of a date nothing is made: the usual pause is about right. */
    private static OptionalLong retryAfter(HttpResponse<Void> answer) {
        try {
            return answer.headers()
                    .firstValue("Retry-After")
                    .map(text ->
                            OptionalLong.of(Math.clamp(Long.parseLong(text.strip()), 1, RETRY_AFTER_MAX.toSeconds())))
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
