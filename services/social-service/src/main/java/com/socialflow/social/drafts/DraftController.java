package com.socialflow.social.drafts;

import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.images.PostImages;
import com.socialflow.social.views.ImageView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/me/drafts")
class DraftController {

    private final Drafts drafts;
    private final PostImages images;
    private final JsonMapper json;

    DraftController(Drafts drafts, PostImages images, JsonMapper json) {
        this.drafts = drafts;
        this.images = images;
        this.json = json;
    }

    /**
     * A draft as the API shows it.
     *
     * @param post as the composer sent it
     * @param images those that it names
     */
    record DraftView(DraftId id, JsonNode post, List<ImageView> images, Instant createdAt, Instant updatedAt) {}

    @Permit(value = "draft.add", scope = "posts:write")
    @PostMapping
    ResponseEntity<DraftView> add(@RequestBody ObjectNode body, Actor actor) {
        var draft = drafts.add(actor.account(), body)
                .orElseThrow(() -> Problem.unprocessable(
                        "too-many-drafts", "at most %d drafts are kept: delete some", Drafts.DRAFTS_MAX));
        return ResponseEntity.created(URI.create("/api/v1/me/drafts/" + draft.id()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(view(draft));
    }

    @Permit(value = "draft.read", scope = "posts:read")
    @GetMapping
    ResponseEntity<PageView<DraftView>> list(PageRequest page, Actor actor) {
        var found = drafts.page(actor.account(), page.after(), page.limit());
        return PageView.of(new Page<>(views(found.items()), found.next()), view -> view);
    }

    @Permit(value = "draft.read", scope = "posts:read")
    @GetMapping("/{id}")
    DraftView get(@PathVariable DraftId id, Actor actor) {
        return view(drafts.find(id, actor).orElseThrow(() -> Problem.notFound("draft")));
    }

    @Permit(value = "draft.edit", scope = "posts:write")
    @PutMapping("/{id}")
    DraftView replace(@PathVariable DraftId id, @RequestBody ObjectNode body, Actor actor) {
        return view(drafts.replace(id, actor, body).orElseThrow(() -> Problem.notFound("draft")));
    }

    @Permit(value = "draft.delete", scope = "posts:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable DraftId id, Actor actor) {
        if (!drafts.delete(id, actor)) {
            throw Problem.notFound("draft");
        }
        return ResponseEntity.noContent().build();
    }

    private DraftView view(SavedDraft draft) {
        return views(List.of(draft)).getFirst();
    }

    private List<DraftView> views(List<SavedDraft> found) {
        var held = images.held(found.stream().map(draft -> draft.id().value()).toList());
        return found.stream()
                .map(draft -> new DraftView(
                        draft.id(),
                        json.readTree(draft.content()),
                        held.getOrDefault(draft.id().value(), List.of()),
                        draft.createdAt(),
                        draft.updatedAt()))
                .toList();
    }
}
