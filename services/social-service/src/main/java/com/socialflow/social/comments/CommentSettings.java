package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.videos.KnownVideo;
import com.socialflow.social.videos.KnownVideos;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What owners of videos say of comments on them. */
@Component
class CommentSettings {

    private final CommentSettingsStore store;
    private final KnownVideos videos;
    private final CommentAccess access;

    CommentSettings(CommentSettingsStore store, KnownVideos videos, CommentAccess access) {
        this.store = store;
        this.videos = videos;
        this.access = access;
    }

    /** What holds for a video now. */
    CommentMode mode(KnownVideo video) {
        return store.mode(video.id(), video.owner()).orElse(CommentMode.OPEN);
    }

    /** What the viewer is told of it: how comments are looked at first is the owner's business. */
    Optional<CommentMode> mode(VideoId id, Optional<Actor> viewer) {
        return videos.find(id, viewer.map(Actor::account)).map(video -> {
            var mode = mode(video);
            var told = mode == CommentMode.CLOSED || access.mayCurate(viewer, video.id(), video.owner());
            return told ? mode : CommentMode.OPEN;
        });
    }

    PutOutcome put(VideoId id, Actor actor, CommentMode mode) {
        var video = videos.find(id, Optional.of(actor.account())).orElse(null);
        if (video == null) {
            return PutOutcome.NOT_FOUND;
        }
        if (!access.mayCurate(Optional.of(actor), video.id(), video.owner())) {
            return PutOutcome.REFUSED;
        }
        store.put(id, mode);
        return PutOutcome.DONE;
    }

    enum PutOutcome {
        DONE,
        NOT_FOUND,
        REFUSED
    }

    CommentMode defaultMode(AccountId owner) {
        return store.defaultMode(owner).orElse(CommentMode.OPEN);
    }

    void putDefault(AccountId owner, CommentMode mode) {
        store.putDefault(owner, mode);
    }

    WatchedWords words(AccountId owner) {
        return new WatchedWords(store.words(owner));
    }

    /** Watches these from now on, and no others. */
    @Transactional
    void putWords(AccountId owner, WatchedWords words) {
        store.deleteWords(owner);
        if (!words.words().isEmpty()) {
            store.insertWords(owner, List.copyOf(words.words()));
        }
    }

    /** What the person said is gone with the person, in the caller's transaction. */
    int forget(AccountId owner) {
        return store.deleteWords(owner) + store.deleteDefault(owner);
    }
}
