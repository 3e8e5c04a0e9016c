package com.socialflow.social.push;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Devices of a person. Not for other people's programs: a device belongs to our own client. */
@RestController
@RequestMapping("/api/v1/me/push")
class PushController {

    private final Subscriptions subscriptions;
    private final VapidKeys keys;

    PushController(Subscriptions subscriptions, VapidKeys keys) {
        this.subscriptions = subscriptions;
        this.keys = keys;
    }

    record KeyView(String publicKey) {}

    record DeviceKeys(@Nullable String p256dh, @Nullable String auth) {}

    /** As {@code PushSubscription.toJSON} writes it; when it expires the service says. */
    record PushDevice(
            @Nullable String endpoint,
            @Nullable Object expirationTime,
            @Nullable DeviceKeys keys) {}

    /** The {@code applicationServerKey} for {@code PushManager.subscribe}. */
    @Permit("push-key.read")
    @GetMapping("/key")
    KeyView key() {
        return new KeyView(keys.get().publicKey());
    }

    /** Tells the device from now on. */
    @Permit("push.subscribe")
    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    void subscribe(@RequestBody PushDevice device, Actor actor) {
        var given = device.keys();
        if (device.endpoint() == null || given == null || given.p256dh() == null || given.auth() == null) {
            throw Problem.invalid("endpoint", "required", "endpoint, keys.p256dh and keys.auth are required");
        }
        subscriptions.add(actor.account(), device.endpoint(), given.p256dh(), given.auth());
    }

    /** Tells it no more. */
    @Permit("push.unsubscribe")
    @DeleteMapping("/subscriptions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@RequestBody PushDevice device, Actor actor) {
        if (device.endpoint() == null) {
            throw Problem.invalid("endpoint", "required", "the address of the device");
        }
        subscriptions.remove(actor.account(), device.endpoint());
    }
}
