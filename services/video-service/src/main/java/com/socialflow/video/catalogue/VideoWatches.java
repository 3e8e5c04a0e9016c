package com.socialflow.video.catalogue;

import com.socialflow.core.VideoId;
import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everyone in this process who waits for a video to change; one query looks for all of them. */
@Component
class VideoWatches implements SmartLifecycle {

    /** Readers in this process: bounds the poll's query. */
    static final int READERS_MAX = 2_000;

    /** Streams of one reader: several tabs of several uploads. */
    static final int OF_READER_MAX = 20;

    /** A person does not notice less; a state that is followed at all costs one query so often. */
    private static final Duration PAUSE = Duration.ofMillis(350);

    private final VideoStore store;
    private final Set<VideoWatch> watches = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    VideoWatches(VideoStore store, Recurring recurring) {
        this.store = store;
        recurring.every(PAUSE, "video-watches", this::poll);
    }

    /**
     * Starts to watch a video; close it when done.
     *
     * @param reader who watches: what equals it shares {@link #OF_READER_MAX}
     * @param seen the version that the reader has
     * @return empty when the reader or this process has too many
     */
    synchronized Optional<VideoWatch> open(VideoId video, Object reader, long seen) {
        var ofReader =
                watches.stream().filter(watch -> watch.reader().equals(reader)).count();
        if (!running || watches.size() >= READERS_MAX || ofReader >= OF_READER_MAX) {
            return Optional.empty();
        }
        var watch = new VideoWatch(video, reader, seen, this);
        watches.add(watch);
        return Optional.of(watch);
    }

    void close(VideoWatch watch) {
        watches.remove(watch);
    }

    private void poll() {
        if (watches.isEmpty()) {
            return;
        }
        var byVideo = watches.stream().collect(Collectors.groupingBy(VideoWatch::video));
        tellDeleted(byVideo);
        var oldestSeen = new HashMap<VideoId, Long>();
        byVideo.forEach((video, readers) -> oldestSeen.put(
                video, readers.stream().mapToLong(VideoWatch::seen).min().orElse(0)));
        var ids = List.copyOf(oldestSeen.keySet());
        var changed = store.newerThan(
                ids.stream().mapToLong(VideoId::value).toArray(),
                ids.stream().mapToLong(oldestSeen::get).toArray());
        for (var video : changed) {
            byVideo.getOrDefault(video.id(), List.of())
                    .forEach(watch -> watch.tell(new VideoWatch.News.Changed(video)));
        }
    }

    private void tellDeleted(Map<VideoId, List<VideoWatch>> byVideo) {
        var ids = byVideo.keySet().stream().mapToLong(VideoId::value).toArray();
        var existing = new HashSet<>(store.existing(ids));
        byVideo.forEach((video, readers) -> {
            if (!existing.contains(video.value())) {
                readers.forEach(watch -> watch.tell(new VideoWatch.News.Over()));
            }
        });
    }

    /** Readers that still wait when the server stops would hold it up. */
    @Override
    public void stop() {
        running = false;
        watches.forEach(watch -> watch.tell(new VideoWatch.News.Over()));
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
