package com.socialflow.social.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import com.socialflow.social.posts.ImageId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's pictures. Those of posts are erased with the posts. */
@Component
class ImageData implements PersonalData {

    private static final int PAGE = 100;

    private final ImageStore store;
    private final ImageRows rows;

    ImageData(ImageStore store, ImageRows rows) {
        this.store = store;
        this.rows = rows;
    }

    private record Kept(
            ImageId id, String file, String alt, @Nullable PostId post) {}

    @Override
    public void export(AccountId account, Archive archive) {
        var page = store.ofOwner(account, 0, PAGE);
        for (var number = 1; !page.isEmpty(); number++) {
            archive.json(
                    "social/images/%d.json".formatted(number),
                    "What you said of your pictures",
                    page.stream()
                            .map(image -> new Kept(image.id(), image.name(), image.alt(), image.post()))
                            .toList());
            page.forEach(image -> archive.object(
                    "social/images/" + image.name(),
                    StoredImages.mediaType(image.name()),
                    "A picture that you uploaded",
                    image.key()));
            page = store.ofOwner(account, page.getLast().id().value(), PAGE);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return rows.erase(account, limit);
    }
}
