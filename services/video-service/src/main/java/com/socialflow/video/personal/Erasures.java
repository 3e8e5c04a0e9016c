package com.socialflow.video.personal;

import com.socialflow.core.AccountId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.platform.web.KeptAnswers;
import com.socialflow.video.catalogue.OwnVideos;
import com.socialflow.video.upload.PersonUploads;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases what people left here who are gone: video by video, each with its files, however many there are and however
 * often this process is killed meanwhile.
 */
@Component
class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Deleting a batch takes less; after it, somebody looks again whether anything is left. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private static final int PEOPLE_BATCH = 10;
    private static final int VIDEO_BATCH = 100;

    private final ErasureStore store;
    private final OwnVideos videos;
    private final PersonUploads uploads;
    private final KeptAnswers answers;
    private final Clock clock;
    private final Round round;

    Erasures(
            ErasureStore store,
            OwnVideos videos,
            PersonUploads uploads,
            KeptAnswers answers,
            Clock clock,
            Recurring recurring) {
        this.store = store;
        this.videos = videos;
        this.uploads = uploads;
        this.answers = answers;
        this.clock = clock;
        this.round = recurring.every(PAUSE, "video-erasures", this::run);
    }

    /** Notes, in the caller's transaction, that this person is gone. */
    void add(AccountId owner) {
        store.insert(owner, clock.instant());
    }

    /** Looks at once who is gone. */
    void soon() {
        round.wake();
    }

    void run() {
        var now = clock.instant();
        for (var owner : store.take(now, now.plus(TURN), PEOPLE_BATCH)) {
            try {
                erase(owner);
            } catch (RuntimeException e) {
                log.error("account {} could not be erased here and will be tried again", owner, e);
            }
        }
    }

    /** The row stays until nothing is found any more: a request that was under way may have added something. */
    private void erase(AccountId owner) {
        uploads.discard(owner);
        answers.forget(owner);
        var found = 0;
        var batch = videos.page(owner, Optional.empty(), VIDEO_BATCH);
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            found += batch.size();
            batch.forEach(video -> videos.delete(video.id(), owner));
            batch = videos.page(owner, Optional.empty(), VIDEO_BATCH);
        }
        if (found == 0 && !uploads.any(owner)) {
            store.delete(owner);
            log.info("account {} was erased here", owner);
        }
    }
}
