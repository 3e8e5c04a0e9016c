package com.socialflow.video.catalogue;

import com.socialflow.core.VideoId;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One reader that waits for a video to change. */
final class VideoWatch implements AutoCloseable {

    /** What a reader learns. */
    sealed interface News {
        /** The video as it is now; states in between may have been missed. */
        record Changed(Video video) implements News {}

        /** The video was deleted, or this process stops. */
        record Over() implements News {}

        /** Nothing so far. */
        record Nothing() implements News {}
    }

    private final VideoId video;
    private final Object reader;
    private final VideoWatches watches;
    // Only the newest news count.
    private final ArrayBlockingQueue<News> news = new ArrayBlockingQueue<>(1);
    private volatile long seen;

    VideoWatch(VideoId video, Object reader, long seen, VideoWatches watches) {
        this.video = video;
        this.reader = reader;
        this.seen = seen;
        this.watches = watches;
    }

    VideoId video() {
        return video;
    }

    Object reader() {
        return reader;
    }

    /** The version after which the reader wants to know. */
    long seen() {
        return seen;
    }

    /** Waits at most so long for a newer version than the last. */
    News await(Duration most) throws InterruptedException {
        @Nullable News next = news.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new News.Nothing() : next;
    }

    /** Called by one thread only, so that the second offer finds room. */
    void tell(News latest) {
        if (latest instanceof News.Changed(var changed)) {
            if (changed.version() <= seen) {
                return;
            }
            seen = changed.version();
        }
        news.poll();
        news.offer(latest);
    }

    @Override
    public void close() {
        watches.close(this);
    }
}
