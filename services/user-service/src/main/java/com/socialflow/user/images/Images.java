package com.socialflow.user.images;

import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageWorkshop;
import com.socialflow.platform.images.StoredImages;
import org.springframework.stereotype.Component;

/** The images of this service. */
@Component
public class Images {

    private final StoredImages stored;

    Images(ImageWorkshop workshop) {
        this.stored = workshop.of("user");
    }

    /**
     * Makes an image anew and stores it. It goes again unless it is {@linkplain #keep kept} soon.
     *
     * @return its name
     * @throws Problem 415 or 422 when it is not acceptable, 503 when too many are being made
     */
    public String store(byte[] bytes, ImageKind kind) {
        return stored.store(bytes, kind.sizes()).name();
    }

    /**
     * Keeps an image that was stored, if the caller's transaction commits.
     *
     * @throws Problem 503 when that took too long and it is being removed
     */
    public void keep(String image) {
        stored.keep(image);
    }

    /** Removes an image that nobody names any more, if the caller's transaction commits. */
    public void dispose(String image) {
        stored.dispose(image);
    }
}
