package com.socialflow.user.images;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.work.Lane;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes images in and removes them. An image is first on the list of what is to be removed, then stored, and taken off
 * the list by the transaction that names it: whoever dies meanwhile leaves nothing behind.
 */
@Component
public class Images implements AutoCloseable {

    /** One at once: it takes up to some 350 MB, most of it for a large WebP or progressive JPEG. */
    private static final int AT_ONCE = 1;

    private static final int WAITING_MAX = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long an image may be stored without being named. */
    static final Duration UNNAMED_MAX = Duration.ofMinutes(10);

    private final Lane lane = new Lane("image", AT_ONCE, WAITING_MAX, PATIENCE);
    private final ObjectStorage storage;
    private final ImageDisposals disposals;
    private final Ids ids;
    private final Clock clock;

    Images(ObjectStorage storage, ImageDisposals disposals, Ids ids, Clock clock) {
        this.storage = storage;
        this.disposals = disposals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes an image anew and stores it. It goes again unless it is {@linkplain #keep kept} soon.
     *
     * @return its name
     * @throws Problem 415 or 422 when it is not acceptable, 503 when too many are being made
     */
    public String store(byte[] bytes, ImageKind kind) {
        var rendered = lane.run(() -> ImageRendering.render(bytes, kind));
        var largest = rendered.sizes().get(kind.widths().getFirst());
        var image = ImageNames.of(ids.next(), largest == null ? bytes : largest, rendered.extension());
        disposals.add(image, clock.instant().plus(UNNAMED_MAX));
        rendered.sizes().forEach((width, file) -> put(ImageNames.key(image, width), file));
        return image;
    }

    private void put(String key, byte[] file) {
        try {
            storage.put(key, new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps an image that was stored, if the caller's transaction commits.
     *
     * @throws Problem 503 when that took too long and it is being removed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String image) {
        if (!disposals.withdraw(image)) {
            throw Problem.unavailable("image-busy", 1, "storing the image took too long: send it again");
        }
    }

    /** Removes an image that nobody names any more, if the caller's transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dispose(String image) {
        disposals.add(image, clock.instant());
    }

    /** The key of the largest size of an image. */
    public String largest(String image, ImageKind kind) {
        return ImageNames.key(image, kind.widths().getFirst());
    }

    /** What an image is, by its name. */
    public static String mediaType(String image) {
        return image.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    @Override
    public void close() {
        lane.close();
    }
}
