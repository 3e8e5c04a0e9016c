package com.socialflow.user.registration;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ModeController {

    private final RegistrationPage page;
    private final Modes modes;

    ModeController(RegistrationPage page, Modes modes) {
        this.page = page;
        this.modes = modes;
    }

    record ModeForm(@Nullable String mode) {}

    record ModeView(String mode) {}

    @GetMapping("/registration")
    @Permit("registration.read")
    RegistrationPage.Facts facts() {
        return page.facts();
    }

    @GetMapping("/admin/registration")
    @Permit(value = "registration-mode.read", scope = "admin:read")
    ModeView mode(Actor actor) {
        return new ModeView(modes.current().text());
    }

    @PutMapping("/admin/registration")
    @Permit(value = "registration-mode.set", scope = "admin:write")
    ModeView choose(@RequestBody ModeForm form, Actor actor) {
        if (form.mode() == null) {
            throw Problem.invalid("mode", "required", "this is needed");
        }
        var mode = RegistrationMode.parse(form.mode());
        modes.choose(mode);
        return new ModeView(mode.text());
    }
}
