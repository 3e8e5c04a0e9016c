package com.socialflow.video.catalogue;

import com.socialflow.core.VideoId;
import com.socialflow.video.disposal.Disposals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What workers report changes a video while they work on its newest source, forward only. Reports of an older source,
 * of a deleted video, or that come again change nothing.
 */
@Component
class Processing {

    private final ProcessingStore store;
    private final VideoStore videos;
    private final Disposals disposals;
    private final Publications publications;

    Processing(ProcessingStore store, VideoStore videos, Disposals disposals, Publications publications) {
        this.store = store;
        this.videos = videos;
        this.disposals = disposals;
        this.publications = publications;
    }

    @Transactional
    void inspected(VideoId video, int generation, double seconds, int width, int height) {
        store.inspected(video, generation, seconds, width, height);
    }

    @Transactional
    void progressed(VideoId video, int generation, double progress) {
        // Not a number is no progress.
        store.progressed(video, generation, progress > 0 ? Math.min(progress, 1) : 0);
    }

    @Transactional
    void playable(VideoId video, int generation, String hlsKey, String posterKey) {
        var before = videos.findForUpdate(video).orElse(null);
        if (before != null && store.playable(video, generation, hlsKey, posterKey)) {
            publications.changed(before);
        }
    }

    @Transactional
    void ready(VideoId video, int generation, Media media) {
        var before = videos.findForUpdate(video).orElse(null);
        if (before != null && store.ready(video, generation, media)) {
            publications.changed(before);
        }
    }

    /** Half-made outputs are removed; the source stays until the next one, for whoever looks into the failure. */
    @Transactional
    void failed(VideoId video, int generation, Failure failure) {
        var before = videos.findForUpdate(video).orElse(null);
        if (before != null && store.failed(video, generation, failure)) {
            publications.changed(before);
            disposals.add(Keys.outputs(video, generation));
        }
    }
}
