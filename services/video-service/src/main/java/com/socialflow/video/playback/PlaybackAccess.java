package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.video.access.VideoAccess;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who may play what, and taking that back. */
@Component
public class PlaybackAccess {

    private final Permissions permissions;
    private final PlaybackStore store;
    private final PlaybackTokens tokens;
    private final VideoAccess access;
    private final Clock clock;

    PlaybackAccess(
            Permissions permissions, PlaybackStore store, PlaybackTokens tokens, VideoAccess access, Clock clock) {
        this.permissions = permissions;
        this.store = store;
        this.tokens = tokens;
        this.access = access;
        this.clock = clock;
    }

    /** Whether an address may be played. The token decides before anything is said of the video. */
    Decision decide(MediaPath path) {
        if (path.token().isEmpty()) {
            return permissions
                    .find(path.video())
                    .filter(permission -> access.mayPlayOpenly(permission.subject(path.video())))
                    .<Decision>map(_ -> new Decision.Open())
                    .orElseGet(Decision.Absent::new);
        }
        var token = path.token().flatMap(tokens::read).orElse(null);
        if (token == null || !token.video().equals(path.video())) {
            return new Decision.BadToken();
        }
        var permission = permissions.find(path.video()).orElse(null);
        if (permission == null) {
            return new Decision.Absent();
        }
        if (permission.epoch() != token.epoch()) {
            return new Decision.BadToken();
        }
        return new Decision.ByToken(Duration.between(clock.instant(), token.expiresAt()));
    }

    sealed interface Decision {

        /** Anyone may. */
        record Open() implements Decision {}

        /** Whoever has the token may, for so long. */
        record ByToken(Duration left) implements Decision {}

        /** The token is forged, expired, revoked or of another video. */
        record BadToken() implements Decision {}

        /** There is no such video, or none that may be known without a token. */
        record Absent() implements Decision {}
    }

    /** Ends every token of a video. */
    @Transactional
    RevokeOutcome revoke(VideoId video, Actor actor) {
        var permission = store.find(video).orElse(null);
        if (permission == null) {
            return new RevokeOutcome.NotFound();
        }
        return switch (access.of(actor, "video.revoke-playback", permission.subject(video))) {
            case HIDDEN -> new RevokeOutcome.NotFound();
            case REFUSED -> new RevokeOutcome.Refused();
            case ALLOWED -> revoke(video);
        };
    }

    private RevokeOutcome revoke(VideoId video) {
        store.raiseEpoch(video);
        changed(video);
        return new RevokeOutcome.Revoked();
    }

    sealed interface RevokeOutcome {
        record Revoked() implements RevokeOutcome {}

        record NotFound() implements RevokeOutcome {}

        record Refused() implements RevokeOutcome {}
    }

    /**
     * Told within the transaction that changes who may play a video or deletes it: this process follows as soon as that
     * commits, others after {@link Permissions#FRESH_FOR}.
     */
    public void changed(VideoId video) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                permissions.forget(video);
            }
        });
    }
}
