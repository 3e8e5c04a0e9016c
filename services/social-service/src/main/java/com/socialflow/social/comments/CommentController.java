package com.socialflow.social.comments;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.threads.Sort;
import com.socialflow.social.views.PostView;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CommentController {

    private final Comments comments;

    CommentController(Comments comments) {
        this.comments = comments;
    }

    @Permit(value = "comment.list", scope = "posts:read")
    @GetMapping("/videos/{id}/comments")
    ResponseEntity<CommentsView> list(
            @PathVariable VideoId id,
            @RequestParam(defaultValue = "relevance") String sort,
            PageRequest page,
            Optional<Actor> actor) {
        var found = comments.of(id, actor, Sort.of(sort), page).orElseThrow(() -> Problem.notFound("video"));
        var answer = PageView.of(found, comment -> comment);
        var view = Objects.requireNonNull(answer.getBody());
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .body(new CommentsView(view.items(), view.nextCursor(), comments.count(id)));
    }

    /** Comments on the person's videos that wait for a review. */
    @Permit(value = "comment.list-held", scope = "posts:read")
    @GetMapping("/me/held-comments")
    ResponseEntity<PageView<PostView>> held(PageRequest page, Actor actor) {
        return PageView.of(comments.held(actor, page), comment -> comment);
    }
}
