package com.socialflow.video.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.socialflow.core.VideoId;
import com.socialflow.video.playback.Playback;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A video as the API shows it. Null fields are left out. */
public record VideoView(
        VideoId id,
        String title,
        String description,
        String state,
        double progress,
        @Nullable Failure failure,
        String visibility,
        @Nullable Double durationSeconds,
        @Nullable Integer width,
        @Nullable Integer height,

        @Schema(implementation = Rendition[].class) Renditions renditions,

        Playback playback,
        Owner owner,
        List<String> tags,
        @Nullable String category,
        @Nullable String language,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @JsonIgnore long version) {

    static VideoView of(Video video, Playback playback, Owner owner) {
        var details = video.details();
        var media = video.media();
        return new VideoView(
                video.id(),
                details.title(),
                details.description(),
                video.state().word(),
                video.progress(),
                video.failure(),
                details.visibility().word(),
                media.durationSeconds(),
                media.width(),
                media.height(),
                media.renditions(),
                playback,
                owner,
                details.tags(),
                details.category(),
                details.language(),
                video.createdAt(),
                video.publishedAt(),
                video.version());
    }

    /** The version, and a digest of what may change without it: the owner's names and the tokens in addresses. */
    public String etag() {
        var rest = Objects.hash(
                owner.username(),
                owner.displayName(),
                playback.hls(),
                playback.dash(),
                playback.poster(),
                playback.storyboard());
        return "\"" + version + "-" + Integer.toHexString(rest) + "\"";
    }
}
