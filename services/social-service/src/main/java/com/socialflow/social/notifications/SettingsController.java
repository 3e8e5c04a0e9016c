package com.socialflow.social.notifications;

import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person wants to hear, and how. */
@RestController
@RequestMapping("/api/v1/me/notification-settings")
class SettingsController {

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    /** The settings, every kind among them. */
    @Permit(value = "notification-settings.read", scope = "notifications:read")
    @GetMapping
    SettingsView get(Actor actor) {
        return SettingsView.of(settings.of(actor.account()));
    }

    /** Changes what is named; the rest stays. */
    @Permit(value = "notification-settings.edit", scope = "notifications:write")
    @PutMapping
    SettingsView put(@RequestBody SettingsView.Change change, Actor actor) {
        return SettingsView.of(settings.change(actor.account(), change));
    }
}
