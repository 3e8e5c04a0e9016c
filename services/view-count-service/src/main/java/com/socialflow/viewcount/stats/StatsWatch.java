package com.socialflow.viewcount.stats;

import com.socialflow.core.VideoId;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One reader that waits for a video's numbers to change. */
final class StatsWatch implements AutoCloseable {

    /** What a reader learns. */
    sealed interface News {
        /** The numbers as they are now; some in between may have been missed. */
        record Changed(Stats stats) implements News {}

        /** This process stops. */
        record Over() implements News {}

        /** Nothing so far. */
        record Nothing() implements News {}
    }

    private final VideoId video;
    private final Object reader;
    private final StatsWatches watches;
    // Only the newest news count.
    private final ArrayBlockingQueue<News> news = new ArrayBlockingQueue<>(1);
    private volatile String seen;

    StatsWatch(VideoId video, Object reader, String seen, StatsWatches watches) {
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

    /** Waits at most so long for other numbers than the last. */
    News await(Duration most) throws InterruptedException {
        @Nullable News next = news.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new News.Nothing() : next;
    }

    /** Called by one thread only, so that the second offer finds room. */
    void tell(News latest) {
        if (latest instanceof News.Changed(var stats)) {
            var version = stats.version();
            if (version.equals(seen)) {
                return;
            }
            seen = version;
        }
        news.poll();
        news.offer(latest);
    }

    @Override
    public void close() {
        watches.close(this);
    }
}
