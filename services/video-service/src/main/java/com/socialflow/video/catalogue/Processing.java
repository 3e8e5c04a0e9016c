package com.socialflow.video.catalogue;

import com.socialflow.core.Ids;
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
    private final Ids ids;

    Processing(ProcessingStore store, VideoStore videos, Disposals disposals, Ids ids) {
        this.store = store;
        this.videos = videos;
        this.disposals = disposals;
        this.ids = ids;
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
        if (store.playable(video, generation, hlsKey, posterKey)) {
            videos.publish(video, ids.next());
        }
    }

    @Transactional
    void ready(VideoId video, int generation, Media media) {
        if (store.ready(video, generation, media)) {
            videos.publish(video, ids.next());
        }
    }

    /** Half-made outputs are removed; the source stays until the next one, for whoever looks into the failure. */
    @Transactional
    void failed(VideoId video, int generation, Failure failure) {
        if (store.failed(video, generation, failure)) {
            disposals.add(Keys.outputs(video, generation));
        }
    }
}
