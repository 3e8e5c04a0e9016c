package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.social.live.LiveEvent;
import com.socialflow.social.live.LiveStreams;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells people whose page is open that their home timeline has got something. Whether they may see it, reading decides:
 * the event says no more than that it is worth while.
 */
@Component
class LiveHomes {

    /** What clients get. */
    record News(String position, PostId post) {}

    private final LiveStreams streams;

    LiveHomes(LiveStreams streams) {
        this.streams = streams;
    }

    void tell(Collection<AccountId> readers, List<HomeEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var watching = streams.watching(readers);
        for (var entry : entries) {
            streams.send(watching, new LiveEvent("home", new News(Ids.format(entry.position()), entry.post())));
        }
    }
}
