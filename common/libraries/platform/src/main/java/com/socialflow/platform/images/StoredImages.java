package com.socialflow.platform.images;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageSizes.Area;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.work.Lane;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes a service's images in and removes them. An image is first on the list of what is to be removed, then stored,
 * and taken off the list by the transaction that names it: whoever dies meanwhile leaves nothing behind.
 */
public final class StoredImages {

    /** How long an image may be stored without being named. */
    private static final Duration UNNAMED_MAX = Duration.ofMinutes(10);

    private final Lane lane;
    private final ObjectStorage storage;
    private final ImageDisposals disposals;
    private final Ids ids;
    private final Clock clock;

    StoredImages(Lane lane, ObjectStorage storage, ImageDisposals disposals, Ids ids, Clock clock) {
        this.lane = lane;
        this.storage = storage;
        this.disposals = disposals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An image that is stored.
     *
     * @param name unguessable, and never used again
     * @param largest how large its largest size is
     */
    public record Stored(String name, Area largest) {}

    /**
     * Makes an image anew and stores it. It goes again unless it is {@linkplain #keep kept} soon.
     *
     * @throws Problem 415 or 422 when it is not acceptable, 503 when too many are being made
     */
    public Stored store(byte[] bytes, ImageSizes sizes) {
        var rendered = lane.run(() -> ImageRendering.render(bytes, sizes));
        var largest = rendered.sizes().get(sizes.names().getFirst());
        var name = ImageNames.of(ids.next(), largest == null ? bytes : largest, rendered.extension());
        disposals.add(name, clock.instant().plus(UNNAMED_MAX));
        rendered.sizes().forEach((size, file) -> put(ImageNames.key(name, size), file));
        return new Stored(name, rendered.largest());
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
    public void keep(String image) {
        requireTransaction();
        if (!disposals.withdraw(image)) {
            throw Problem.unavailable("image-busy", 1, "storing the image took too long: send it again");
        }
    }

    /** Removes an image that nobody names any more, if the caller's transaction commits. */
    public void dispose(String image) {
        requireTransaction();
        disposals.add(image, clock.instant());
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an image is kept or disposed of by the transaction that names it");
        }
    }

    /** Where the image is in this size, from the root of the public address on. */
    public static String address(String image, int size) {
        return ImageNames.address(image, size);
    }

    /** The key of an image's object in this size. */
    public static String key(String image, int size) {
        return ImageNames.key(image, size);
    }

    /** What an image is, by its name. */
    public static String mediaType(String image) {
        return image.endsWith(".png") ? "image/png" : "image/jpeg";
    }
}
