package com.socialflow.social.threads;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/posts/{id}")
class ThreadController {

    private final Threads threads;
    private final ThreadTools tools;

    ThreadController(Threads threads, ThreadTools tools) {
        this.threads = threads;
        this.tools = tools;
    }

    /** The whole thread below the post, of at most 1,000 posts; else pages of direct replies, each with its own. */
    @Permit(value = "thread.read", scope = "posts:read")
    @GetMapping("/thread")
    ResponseEntity<ThreadView> get(
            @PathVariable PostId id,
            @RequestParam(defaultValue = "relevance") String sort,
            PageRequest page,
            Optional<Actor> actor) {
        var thread = threads.find(id, actor, Sort.of(sort), page).orElseThrow(() -> Problem.notFound("post"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(thread);
    }

    @Permit(value = "thread.lock", scope = "posts:write")
    @PutMapping("/lock")
    ResponseEntity<Void> lock(@PathVariable PostId id, Actor actor) {
        return answer(tools.lock(id, actor, true));
    }

    @Permit(value = "thread.lock", scope = "posts:write")
    @DeleteMapping("/lock")
    ResponseEntity<Void> unlock(@PathVariable PostId id, Actor actor) {
        return answer(tools.lock(id, actor, false));
    }

    @Permit(value = "thread.hide-branch", scope = "posts:write")
    @PutMapping("/branch-hidden")
    ResponseEntity<Void> hideBranch(@PathVariable PostId id, Actor actor) {
        return answer(tools.hideBranch(id, actor, true));
    }

    @Permit(value = "thread.hide-branch", scope = "posts:write")
    @DeleteMapping("/branch-hidden")
    ResponseEntity<Void> showBranch(@PathVariable PostId id, Actor actor) {
        return answer(tools.hideBranch(id, actor, false));
    }

    private static ResponseEntity<Void> answer(ThreadTools.Outcome outcome) {
        return switch (outcome) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw Problem.notFound("post");
            case REFUSED -> throw Problem.forbidden("only who began the thread does this");
            case NOT_THE_FIRST ->
                throw Problem.unprocessable(
                        "not-a-thread", "a thread is locked by its first post, which is not a comment");
            case THE_FIRST -> throw Problem.unprocessable("not-a-branch", "the first post is no branch of its thread");
        };
    }
}
