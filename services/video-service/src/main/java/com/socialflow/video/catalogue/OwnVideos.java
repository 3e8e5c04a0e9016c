package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All videos of a person, to be taken along or to go. */
@Component
public class OwnVideos {

    private final VideoStore store;
    private final ProcessingStore processing;
    private final Deletions deletions;

    OwnVideos(VideoStore store, ProcessingStore processing, Deletions deletions) {
        this.store = store;
        this.processing = processing;
        this.deletions = deletions;
    }

    /** A video as its owner takes it along. */
    public record OwnVideo(
            VideoId id,
            String title,
            String description,
            List<String> tags,
            @Nullable String category,
            @Nullable String language,
            String visibility,
            String state,
            @Nullable Failure failure,
            @Nullable Double durationSeconds,
            @Nullable Integer width,
            @Nullable Integer height,
            Instant createdAt,
            @Nullable Instant publishedAt) {

        private static OwnVideo of(Video video) {
            var details = video.details();
            var media = video.media();
            return new OwnVideo(
                    video.id(),
                    details.title(),
                    details.description(),
                    details.tags(),
                    details.category(),
                    details.language(),
                    details.visibility().word(),
                    video.state().word(),
                    video.failure(),
                    media.durationSeconds(),
                    media.width(),
                    media.height(),
                    video.createdAt(),
                    video.publishedAt());
        }
    }

    /**
     * The person's videos, the newest first.
     *
     * @param before the last one of the page before; empty for the first page
     */
    public List<OwnVideo> page(AccountId owner, Optional<VideoId> before, int limit) {
        return store.allOf(owner, before.map(VideoId::value).orElse(Long.MAX_VALUE), limit).stream()
                .map(OwnVideo::of)
                .toList();
    }

    /** Where object storage has the bytes that the person uploaded. */
    public Optional<String> original(VideoId video) {
        return processing.target(video).flatMap(ProcessingStore.Target::source);
    }

    /** Deletes a video of somebody who is gone: nothing when it is gone, too. */
    public void delete(VideoId video, AccountId owner) {
        deletions.deleteOf(owner, video);
    }
}
