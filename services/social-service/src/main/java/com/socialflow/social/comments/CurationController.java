package com.socialflow.social.comments;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/posts/{id}")
class CurationController {

    private final Curation curation;

    CurationController(Curation curation) {
        this.curation = curation;
    }

    @Permit(value = "comment.heart", scope = "posts:write")
    @PutMapping("/heart")
    ResponseEntity<Void> heart(@PathVariable PostId id, Actor actor) {
        return answer(curation.heart(id, actor, true));
    }

    @Permit(value = "comment.heart", scope = "posts:write")
    @DeleteMapping("/heart")
    ResponseEntity<Void> takeHeartBack(@PathVariable PostId id, Actor actor) {
        return answer(curation.heart(id, actor, false));
    }

    /** Stands first below the video, in place of another. */
    @Permit(value = "comment.pin", scope = "posts:write")
    @PutMapping("/thread-pin")
    ResponseEntity<Void> pin(@PathVariable PostId id, Actor actor) {
        return answer(curation.pin(id, actor, true));
    }

    @Permit(value = "comment.pin", scope = "posts:write")
    @DeleteMapping("/thread-pin")
    ResponseEntity<Void> unpin(@PathVariable PostId id, Actor actor) {
        return answer(curation.pin(id, actor, false));
    }

    @Permit(value = "comment.review", scope = "posts:write")
    @PostMapping("/approval")
    ResponseEntity<Void> approve(@PathVariable PostId id, Actor actor) {
        return answer(curation.approve(id, actor));
    }

    @Permit(value = "comment.review", scope = "posts:write")
    @PostMapping("/rejection")
    ResponseEntity<Void> reject(@PathVariable PostId id, Actor actor) {
        return answer(curation.reject(id, actor));
    }

    private static ResponseEntity<Void> answer(Curation.Outcome outcome) {
        return switch (outcome) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw Problem.notFound("post");
            case REFUSED -> throw Problem.forbidden("only the video's owner does this");
            case NOT_A_COMMENT -> throw Problem.unprocessable("not-a-comment", "this is no comment on a video");
            case NOT_DIRECT ->
                throw Problem.unprocessable("not-a-direct-comment", "what answers another comment cannot stand first");
            case OTHER_STATE ->
                throw Problem.conflict("other-state", "the comment is not in the state for this: read it again");
        };
    }
}
