package com.socialflow.social.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.images.ImageSizes;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.social.posts.AltTexts;
import com.socialflow.social.posts.ImageId;
import com.socialflow.social.views.ImageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody uploaded.
 *
 * @param name under which its sizes are stored
 * @param post that has it; null: none has
 */
record Image(
        ImageId id,
        AccountId owner,
        String name,
        int width,
        int height,
        String alt,
        @Nullable PostId post) {

    /** Pixels at most in width and height: as much as a sharp screen shows. */
    private static final int LARGE = 2_048;

    /** Fills a column of text. */
    private static final int PREVIEW = 640;

    static final ImageSizes SIZES = new ImageSizes.Fit(List.of(LARGE, PREVIEW));

    static final int ALT_MAX = AltTexts.ALT_MAX;

    ImageView view() {
        return new ImageView(
                id, StoredImages.address(name, LARGE), StoredImages.address(name, PREVIEW), width, height, alt);
    }

    /** The key of its largest file. */
    String key() {
        return StoredImages.key(name, LARGE);
    }
}
