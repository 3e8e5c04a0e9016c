package com.socialflow.social.images;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.images.ImageBody;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.posts.ImageId;
import com.socialflow.social.text.Texts;
import com.socialflow.social.text.Texts.Taken;
import com.socialflow.social.views.ImageView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Pictures for posts: one request each, the file's bytes as its body. */
@RestController
@RequestMapping("/api/v1/me/images")
class ImageController {

    private final Images images;
    private final ImageBody body;

    ImageController(Images images, ImageBody body) {
        this.images = images;
        this.body = body;
    }

    @Permit(value = "image.upload", scope = "posts:write")
    @PostMapping
    ResponseEntity<ImageView> upload(
            @RequestParam(defaultValue = "") String alt, Actor actor, HttpServletRequest request) throws IOException {
        var says = alt(alt);
        images.announce(actor.account());
        var image = body.read(actor.account(), request, bytes -> images.upload(actor.account(), bytes, says));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(image.view());
    }

    @Permit(value = "image.describe", scope = "posts:write")
    @PatchMapping("/{id}")
    ImageView describe(@PathVariable ImageId id, @RequestBody ObjectNode patch, Actor actor) {
        var alt = patch.path("alt");
        if (!alt.isString() || !List.of("alt").containsAll(patch.propertyNames())) {
            throw Problem.badRequest("malformed", "of an image its \"alt\" changes, a string");
        }
        return images.describe(id, actor, alt(alt.stringValue()))
                .orElseThrow(() -> Problem.notFound("image"))
                .view();
    }

    @Permit(value = "image.delete", scope = "posts:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable ImageId id, Actor actor) {
        return switch (images.delete(id, actor)) {
            case DELETED -> ResponseEntity.noContent().build();
            case NOT_FOUND -> throw Problem.notFound("image");
            case IN_USE -> throw Problem.conflict("image-in-use", "a post, or one that waits, has this image");
        };
    }

    private static String alt(String written) {
        return switch (Texts.lines("alt", written, Image.ALT_MAX)) {
            case Taken.Good<String>(var good) -> good;
            case Taken.Bad<String>(var error) -> throw Problem.invalid(List.of(error));
        };
    }
}
