package com.socialflow.viewcount.shares;

import com.socialflow.core.VideoId;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.viewcount.clients.Caller;
import com.socialflow.viewcount.clients.Clients;
import com.socialflow.viewcount.clients.Facts;
import com.socialflow.viewcount.shares.ShareMeters.Fate;
import com.socialflow.viewcount.videos.VideoFact;
import com.socialflow.viewcount.videos.VideoFacts;
import com.socialflow.views.AgentKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes what pages tell of videos that were handed on. Of what a view would not count for, a share does not either:
 * programs, and the video's owner. Whoever tells is not told whether it counts.
 */
@Component
class Shares {

    /** Of one video from one network: a class that has just seen it, and far from what a script would do. */
    static final Allowance OF_NETWORK = new Allowance(50, Duration.ofHours(1));

    private final Clients clients;
    private final VideoFacts videos;
    private final CountedShares counted;
    private final Throttle throttle;
    private final ShareMeters meters;
    private final Clock clock;

    Shares(
            Clients clients,
            VideoFacts videos,
            CountedShares counted,
            Throttle throttle,
            ShareMeters meters,
            Clock clock) {
        this.clients = clients;
        this.videos = videos;
        this.counted = counted;
        this.throttle = throttle;
        this.meters = meters;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** There is none, or this person may not know of it. */
        record NoSuchVideo() implements Outcome {}

        /** Nobody can say now whose video it is. */
        record NotNow() implements Outcome {}
    }

    /**
     * Takes a share.
     *
     * @param session names the visit to the page: what somebody who opted out is recognised by when it is told again
     */
    Outcome take(VideoId video, String session, Way way, Caller caller) {
        return switch (Objects.requireNonNull(videos.of(Set.of(video)).get(video))) {
            case VideoFact.Known known
            when known.visibleTo(caller.account()) -> {
                meters.told(fate(video, session, way, caller, known));
                yield new Outcome.Taken();
            }
            case VideoFact.Known _, VideoFact.Missing _ -> new Outcome.NoSuchVideo();
            case VideoFact.Unknown _ -> new Outcome.NotNow();
        };
    }

    private Fate fate(VideoId video, String session, Way way, Caller caller, VideoFact.Known known) {
        var facts = clients.of(caller, clock.instant());
        if (facts.client().kind() == AgentKind.BOT) {
            return Fate.BOT;
        }
        if (facts.account().filter(known.owner()::equals).isPresent()) {
            return Fate.OWNER;
        }
        var sharer = sharer(facts, session);
        if (counted.has(video, sharer)) {
            return Fate.AGAIN;
        }
        var key = "share:%s:%x".formatted(video, facts.network());
        if (!throttle.take(key, OF_NETWORK).isZero()) {
            return Fate.TOO_MANY;
        }
        return counted.add(video, sharer, way) ? Fate.COUNTED : Fate.AGAIN;
    }

    /** The two kinds cannot meet: a name of a visit has at least 8 characters and no colon. */
    private static String sharer(Facts facts, String session) {
        return facts.visitor() == 0 ? session : "v:" + Long.toHexString(facts.visitor());
    }
}
