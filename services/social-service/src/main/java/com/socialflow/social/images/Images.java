package com.socialflow.social.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.images.ImageWorkshop;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import com.socialflow.social.posts.ImageId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Uploading pictures for posts, and saying what they show. A picture is made outside of transactions. */
@Component
class Images {

    /** Of one account: more than anyone shows, and a second or two of computing for each. */
    static final Allowance UPLOADS = new Allowance(120, Duration.ofHours(1));

    private final ImageRows rows;
    private final StoredImages stored;
    private final Permits permits;
    private final Throttle throttle;
    private final Ids ids;

    Images(ImageRows rows, ImageWorkshop workshop, Permits permits, Throttle throttle, Ids ids) {
        this.rows = rows;
        this.stored = workshop.of("social");
        this.permits = permits;
        this.throttle = throttle;
        this.ids = ids;
    }

    /**
     * Counts an upload, before its body is read.
     *
     * @throws Problem 422 when too many belong to nothing yet, 429 when there were too many
     */
    void announce(AccountId owner) {
        rows.requireRoom(owner);
        var wait = throttle.take("social-image:" + owner, UPLOADS);
        if (!wait.isZero()) {
            throw Problem.tooMany("too-many-images", wait.toSeconds() + 1, "too many images: wait before the next");
        }
    }

    /**
     * Takes a picture in.
     *
     * @throws Problem 415 or 422 when it is not acceptable, 503 when too many are being made
     */
    Image upload(AccountId owner, byte[] bytes, String alt) {
        var made = stored.store(bytes, Image.SIZES);
        var size = made.largest();
        var image = new Image(new ImageId(ids.next()), owner, made.name(), size.width(), size.height(), alt, null);
        rows.add(image);
        return image;
    }

    /** Says what the picture shows; empty when the person has none of this id. */
    Optional<Image> describe(ImageId id, Actor actor, String alt) {
        return own(id, actor, "image.describe").flatMap(image -> rows.describe(image, alt));
    }

    /** What came of deleting a picture. */
    enum Deletion {
        DELETED,
        NOT_FOUND,
        /** A post, a draft or a scheduled post has it. */
        IN_USE
    }

    Deletion delete(ImageId id, Actor actor) {
        return own(id, actor, "image.delete").map(rows::delete).orElse(Deletion.NOT_FOUND);
    }

    /** Of what others uploaded nobody may know. */
    private Optional<Image> own(ImageId id, Actor actor, String action) {
        return rows.find(id)
                .filter(image -> permits.allows(
                        Optional.of(actor), action, Resource.of("Image", id).with("owner", image.owner())));
    }
}
