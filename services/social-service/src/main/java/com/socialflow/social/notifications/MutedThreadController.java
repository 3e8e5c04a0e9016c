package com.socialflow.social.notifications;

import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hearing no more of a thread, for the person alone. */
@RestController
@RequestMapping("/api/v1/posts/{id}/thread-mute")
class MutedThreadController {

    private final MutedThreads threads;

    MutedThreadController(MutedThreads threads) {
        this.threads = threads;
    }

    /** Mutes the thread that the post is in. */
    @Permit(value = "thread.mute", scope = "notifications:write")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mute(@PathVariable PostId id, Actor actor) {
        threads.mute(id, actor);
    }

    /** Hears of it again. */
    @Permit(value = "thread.unmute", scope = "notifications:write")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmute(@PathVariable PostId id, Actor actor) {
        threads.unmute(id, actor);
    }
}
