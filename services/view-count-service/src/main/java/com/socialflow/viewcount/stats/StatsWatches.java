package com.socialflow.viewcount.stats;

import com.socialflow.core.VideoId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.viewcount.counts.OpenCounts;
import com.socialflow.viewcount.stats.StatsWatch.News;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everyone in this process who waits for numbers to change; they are read once for all of them. */
@Component
class StatsWatches implements SmartLifecycle {

    /** Readers in this process: each holds a connection and a virtual thread. */
    static final int READERS_MAX = 5_000;

    /** Streams of one reader: several tabs. */
    static final int OF_READER_MAX = 20;

    /** Nobody is told more often. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Numbers numbers;
    private final Set<StatsWatch> watches = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    StatsWatches(Numbers numbers, Recurring recurring, MeterRegistry meters) {
        this.numbers = numbers;
        meters.gauge("socialflow.views.streams", watches, Set::size);
        recurring.every(PAUSE, "stats-watches", this::poll);
    }

    /**
     * Starts to watch a video's numbers; close it when done.
     *
     * @param reader who watches: what equals it shares {@link #OF_READER_MAX}
     * @param seen the version that the reader has
     * @return empty when the reader or this process has too many
     */
    synchronized Optional<StatsWatch> open(VideoId video, Object reader, String seen) {
        var ofReader =
                watches.stream().filter(watch -> watch.reader().equals(reader)).count();
        if (!running || watches.size() >= READERS_MAX || ofReader >= OF_READER_MAX) {
            return Optional.empty();
        }
        var watch = new StatsWatch(video, reader, seen, this);
        watches.add(watch);
        return Optional.of(watch);
    }

    void close(StatsWatch watch) {
        watches.remove(watch);
    }

    private void poll() {
        var byVideo = watches.stream().collect(Collectors.groupingBy(StatsWatch::video));
        var videos = List.copyOf(byVideo.keySet());
        for (var from = 0; from < videos.size(); from += OpenCounts.VIDEOS_MAX) {
            var some = videos.subList(from, Math.min(videos.size(), from + OpenCounts.VIDEOS_MAX));
            numbers.of(some)
                    .forEach((video, stats) -> byVideo.getOrDefault(video, List.of())
                            .forEach(watch -> watch.tell(new News.Changed(stats))));
        }
    }

    /** Readers that still wait when the server stops would hold it up. */
    @Override
    public void stop() {
        running = false;
        watches.forEach(watch -> watch.tell(new News.Over()));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
