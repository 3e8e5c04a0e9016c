package com.socialflow.social.posts;

import com.socialflow.social.views.Entities;
import com.socialflow.social.views.Entity;
import com.socialflow.social.views.PostRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a post said from some time on. */
record VersionView(
        int version,
        String text,
        @Schema(implementation = Entity[].class) Entities entities,
        @Nullable String warning,
        Instant at) {

    /** What it says now. */
    static VersionView of(PostRow post) {
        var content = post.content();
        var edited = post.editedAt();
        return new VersionView(
                post.version(),
                content.text(),
                content.entities(),
                content.warning(),
                edited == null ? post.createdAt() : edited);
    }
}
