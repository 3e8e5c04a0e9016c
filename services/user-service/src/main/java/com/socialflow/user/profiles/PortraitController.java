package com.socialflow.user.profiles;

import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.images.ImageBody;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.images.ImageKind;
import com.socialflow.user.profiles.Profiles.EditOutcome;
import com.socialflow.user.profiles.Profiles.EditOutcome.Edited;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The images of a person: one request, the file's bytes as its body. */
@RestController
@RequestMapping("/api/v1/me")
class PortraitController {

    private final Portraits portraits;
    private final ImageBody body;

    PortraitController(Portraits portraits, ImageBody body) {
        this.portraits = portraits;
        this.body = body;
    }

    @PutMapping("/avatar")
    @Permit(value = "image.put", scope = "profile:write")
    ResponseEntity<ProfileViews.Own> putAvatar(Actor actor, HttpServletRequest request) throws IOException {
        return put(ImageKind.AVATAR, actor, request);
    }

    @PutMapping("/banner")
    @Permit(value = "image.put", scope = "profile:write")
    ResponseEntity<ProfileViews.Own> putBanner(Actor actor, HttpServletRequest request) throws IOException {
        return put(ImageKind.BANNER, actor, request);
    }

    private ResponseEntity<ProfileViews.Own> put(ImageKind kind, Actor actor, HttpServletRequest request)
            throws IOException {
        portraits.announce(actor.account());
        return answer(
                body.read(actor.account(), request, image -> portraits.show(actor.account(), kind, image)), actor);
    }

    @DeleteMapping("/avatar")
    @Permit(value = "image.remove", scope = "profile:write")
    ResponseEntity<ProfileViews.Own> removeAvatar(Actor actor) {
        return answer(portraits.remove(actor.account(), ImageKind.AVATAR), actor);
    }

    @DeleteMapping("/banner")
    @Permit(value = "image.remove", scope = "profile:write")
    ResponseEntity<ProfileViews.Own> removeBanner(Actor actor) {
        return answer(portraits.remove(actor.account(), ImageKind.BANNER), actor);
    }

    private static ResponseEntity<ProfileViews.Own> answer(EditOutcome outcome, Actor actor) {
        if (outcome instanceof Edited(var person)) {
            return ProfileController.answer(ProfileController.own(person, actor));
        }
        throw ProfileController.gone();
    }
}
