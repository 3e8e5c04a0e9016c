package com.socialflow.social.scheduled;

import com.socialflow.social.images.PostImages;
import com.socialflow.social.scheduled.Scheduled.Failure;
import com.socialflow.social.views.ImageView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts that wait, as the API shows them. */
@Component
class ScheduledViews {

    private final PostImages images;
    private final JsonMapper json;

    ScheduledViews(PostImages images, JsonMapper json) {
        this.images = images;
        this.json = json;
    }

    /**
     * A post that waits.
     *
     * @param state {@code waiting}, or {@code failed}: not tried any more before its owner does something
     * @param reason why it failed
     * @param post as the composer sent it
     * @param images those that it names
     */
    record View(
            ScheduledId id,
            Instant publishAt,
            String state,
            @Nullable Failure reason,
            JsonNode post,
            List<ImageView> images,
            Instant createdAt,
            Instant updatedAt) {}

    View of(Scheduled post) {
        return of(List.of(post)).getFirst();
    }

    List<View> of(List<Scheduled> posts) {
        var held = images.held(posts.stream().map(post -> post.id().value()).toList());
        return posts.stream()
                .map(post -> new View(
                        post.id(),
                        post.publishAt(),
                        post.failure() == null ? "waiting" : "failed",
                        post.failure(),
                        json.readTree(post.content()),
                        held.getOrDefault(post.id().value(), List.of()),
                        post.createdAt(),
                        post.updatedAt()))
                .toList();
    }
}
