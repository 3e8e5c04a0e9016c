package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.images.ImageKind;
import com.socialflow.user.images.Images;
import com.socialflow.user.profiles.Profiles.EditOutcome;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Showing another image of oneself. It is made outside the transaction: that takes longer than everything in it. */
@Component
class Portraits {

    /** Of one account: more than anyone tries on, and a second or two of computing for each. */
    static final Allowance UPLOADS = new Allowance(30, Duration.ofHours(1));

    private final Images images;
    private final Profiles profiles;
    private final Throttle throttle;

    Portraits(Images images, Profiles profiles, Throttle throttle) {
        this.images = images;
        this.profiles = profiles;
        this.throttle = throttle;
    }

    /**
     * Counts an upload, before its body is read.
     *
     * @throws Problem 429 when there were too many
     */
    void announce(AccountId id) {
        var wait = throttle.take("image:" + id, UPLOADS);
        if (!wait.isZero()) {
            throw Problem.tooMany("too-many-images", wait.toSeconds() + 1, "too many images: wait before the next");
        }
    }

    /**
     * Shows the image.
     *
     * @throws Problem 415 or 422 when it is not acceptable, 503 when too many are being made
     */
    EditOutcome show(AccountId id, ImageKind kind, byte[] bytes) {
        return profiles.show(id, kind, images.store(bytes, kind));
    }

    /** Shows none. */
    EditOutcome remove(AccountId id, ImageKind kind) {
        return profiles.show(id, kind, null);
    }
}
