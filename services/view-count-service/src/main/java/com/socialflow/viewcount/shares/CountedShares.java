package com.socialflow.viewcount.shares;

import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.viewcount.v1.VideoShared;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts each sharer of a video once a day, and tells of it in the same transaction. */
@Component
class CountedShares {

    private final ShareStore store;
    private final Outbox outbox;
    private final Clock clock;

    CountedShares(ShareStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    boolean has(VideoId video, String sharer) {
        return store.has(video, today(), sharer);
    }

    /** False, and nothing, when it was counted before. */
    @Transactional
    boolean add(VideoId video, String sharer, Way way) {
        if (!store.insert(video, today(), sharer)) {
            return false;
        }
        outbox.append(VideoShared.newBuilder()
                .setVideo(video.value())
                .setWay(way.word())
                .build());
        return true;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
