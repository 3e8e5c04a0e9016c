package com.socialflow.video.access;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the policies ({@code policy/video.cedar}) about videos and uploads. */
@Component
public class VideoAccess {

    private static final String READ = "video.read";

    private final Permits permits;

    VideoAccess(Permits permits) {
        this.permits = permits;
    }

    /**
     * What policies know of a video.
     *
     * @param visibility as the API writes it, such as {@code private}
     */
    public record Subject(VideoId id, AccountId owner, String visibility) {

        Resource resource() {
            return Resource.of("Video", id).with("owner", owner).with("visibility", visibility);
        }
    }

    /** Whether this person, or anyone when empty, may know of the video. */
    public boolean mayRead(Optional<Actor> actor, Subject video) {
        return permits.allows(actor, READ, video.resource());
    }

    /** The same for whom another service asks; it says only who the person is, so roles give nothing more here. */
    public boolean mayBeShown(Optional<AccountId> viewer, Subject video) {
        return mayRead(viewer.map(VideoAccess::withoutRoles), video);
    }

    private static Actor withoutRoles(AccountId person) {
        return new Actor(person, "", Set.of(), Instant.EPOCH, null);
    }

    /** Whether everybody may play the video, by an address that carries no token. */
    public boolean mayPlayOpenly(Subject video) {
        return permits.allows(Optional.empty(), "video.play", video.resource());
    }

    /** What somebody may do with a video. */
    public enum Access {
        ALLOWED,
        REFUSED,
        /** The person may not even know of it. */
        HIDDEN
    }

    /** Whether this person may do that to the video. */
    public Access of(Actor actor, String action, Subject video) {
        var resource = video.resource();
        var who = Optional.of(actor);
        if (permits.allows(who, action, resource)) {
            return Access.ALLOWED;
        }
        return permits.allows(who, READ, resource) ? Access.REFUSED : Access.HIDDEN;
    }

    /** Whether this person, or anyone when empty, sees all videos of that account and not only what is published. */
    public boolean mayListAll(Optional<Actor> actor, AccountId owner) {
        return permits.allows(
                actor, "video.list-all", Resource.of("Account", owner).with("owner", owner));
    }

    /** Whether this person may go on with somebody's upload. */
    public boolean mayContinue(Actor actor, Id upload, AccountId owner) {
        return permits.allows(
                Optional.of(actor),
                "upload.continue",
                Resource.of("Upload", upload).with("owner", owner));
    }
}
