package com.socialflow.video.playback;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.video.playback.PlaybackAccess.RevokeOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/videos/{id}/playback-tokens")
class PlaybackController {

    private final PlaybackAccess access;

    PlaybackController(PlaybackAccess access) {
        this.access = access;
    }

    /** Ends every address that was given out for the video. */
    @Permit(value = "video.revoke-playback", scope = "videos:write")
    @PostMapping("/revoke")
    ResponseEntity<Void> revoke(@PathVariable VideoId id, Actor actor) {
        return switch (access.revoke(id, actor)) {
            case RevokeOutcome.Revoked() ->
                ResponseEntity.status(HttpStatus.NO_CONTENT).build();
            case RevokeOutcome.NotFound() -> throw Problem.notFound("video");
            case RevokeOutcome.Refused() -> throw Problem.forbidden("only its owner revokes a video's addresses");
        };
    }
}
