package com.socialflow.platform.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;

/** Reads images from bodies: no larger than allowed, few at once in all of the process, and not for ever. */
public final class ImageBody {

    /** Bytes. What a phone's camera makes fits. */
    public static final int BYTES_MAX = 10 * 1024 * 1024;

    /** Bodies in memory at once: 160 MB at most. */
    private static final int AT_ONCE = 16;

    /** Of one person: as many as a post shows. */
    private static final int OF_SENDER_MAX = 4;

    /** A body that takes longer comes from nobody who waits for it. */
    private static final Duration READING_MAX = Duration.ofSeconds(60);

    private static final int CHUNK = 64 * 1024;
    private static final int RETRY_SECONDS = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<AccountId, Integer> sending = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    ImageBody(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What is done with the bytes of an image, while they have a place in memory. */
    public interface Use<T> {
        T of(byte[] image);
    }

    /**
     * Reads the body and uses it. Few of a person at once: nobody takes all places.
     *
     * @throws Problem 413 when it is too large, 415 when it is a form or compressed, 422 when there is none
     */
    public <T> T read(AccountId sender, HttpServletRequest request, Use<T> use) throws IOException {
        refuseForms(request);
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw tooLarge();
        }
        if (sending.merge(sender, 1, Integer::sum) > OF_SENDER_MAX) {
            leave(sender);
            throw Problem.conflict(
                    "image-in-progress", "other images of yours are on their way: let them arrive first");
        }
        try {
            return inPlace(request, use);
        } finally {
            leave(sender);
        }
    }

    private void leave(AccountId sender) {
        sending.computeIfPresent(sender, (_, count) -> count == 1 ? null : count - 1);
    }

    private <T> T inPlace(HttpServletRequest request, Use<T> use) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.unavailable("image-busy", RETRY_SECONDS, "too many images at once: try again in a moment");
        }
        try {
            return use.of(bytes(request));
        } finally {
            places.release();
        }
    }

    private static void refuseForms(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            throw Problem.of(415, "media-type-not-supported", "send the image's bytes as the body, not as a form");
        }
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "encoding-not-supported", "send the image's bytes as they are");
        }
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        var end = nanos.getAsLong() + READING_MAX.toNanos();
        var in = request.getInputStream();
        var announced = request.getContentLengthLong();
        var held = new byte[announced >= 0 ? (int) announced + 1 : CHUNK];
        var size = 0;
        for (int got; (got = in.read(held, size, held.length - size)) >= 0; ) {
            size += got;
            if (size > BYTES_MAX) {
                throw tooLarge();
            }
            if (nanos.getAsLong() - end > 0) {
                throw Problem.of(408, "too-slow", "the bytes come too slowly");
            }
            if (size == held.length) {
                held = Arrays.copyOf(held, Math.min(2 * held.length, BYTES_MAX + 1));
            }
        }
        if (size == 0) {
            throw Problem.unprocessable("image-missing", "the body is the image");
        }
        return Arrays.copyOf(held, size);
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("image-too-large", "an image has at most %d bytes", BYTES_MAX);
    }
}
