package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.KnownDeviceStore.Before;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Devices by which an account was entered before. A browser proves to be one by a token that only it holds, and is then
 * not kept waiting for what others try on the account (OWASP, device cookies). Anything else is recognized by what it
 * calls itself and its network, which proves nothing: it only saves its owner a letter.
 */
@Component
class KnownDevices {

    /** Of an account; the one that was away longest is forgotten for another. */
    static final int DEVICES_MAX = 50;

    /** How long a device is remembered that its owner does not use. */
    static final Duration KEPT = Duration.ofDays(180);

    /**
     * A device at the door, now inside.
     *
     * @param mark what it will be recognized by
     * @param token what a browser is to keep; empty when it has it
     * @param news whether it was not seen before, on an account that others were seen on
     */
    record Seen(byte[] mark, Optional<String> token, boolean news) {}

    private final KnownDeviceStore store;
    private final DeviceMarks marks;
    private final Clock clock;

    KnownDevices(KnownDeviceStore store, DeviceMarks marks, Clock clock) {
        this.store = store;
        this.marks = marks;
        this.clock = clock;
    }

    /** The mark of the token by which this browser entered the account before; empty for a stranger. */
    Optional<byte[]> recognized(AccountId account, Visit visit) {
        var since = clock.instant().minus(KEPT);
        return visit.deviceTokens().stream()
                .map(token -> marks.ofToken(account, token))
                .filter(mark -> store.has(account, mark, since))
                .findFirst();
    }

    /** Remembers the device of somebody who has just come in. */
    Seen see(AccountId account, Visit visit) {
        var now = clock.instant();
        var since = now.minus(KEPT);
        var place = marks.ofPlace(account, visit.device(), Networks.kept(visit.address()));
        var held = visit.browser() ? recognized(account, visit) : Optional.<byte[]>empty();
        var before = store.see(account, place, since, now);
        var news = before.any() && !before.known() && held.isEmpty();
        if (!visit.browser()) {
            forgetBut(account, before);
            return new Seen(place, Optional.empty(), news);
        }
        // Never a token that came with the request and is not this account's: somebody else may know it.
        var token = held.isPresent() ? Optional.<String>empty() : Optional.of(marks.newToken());
        var mark = held.orElseGet(() -> marks.ofToken(account, token.orElseThrow()));
        forgetBut(account, store.see(account, mark, since, now));
        return new Seen(mark, token, news);
    }

    /** Keeps the table small when a device came to it. */
    private void forgetBut(AccountId account, Before before) {
        if (!before.known()) {
            store.forgetBut(account, DEVICES_MAX);
        }
    }

    /** Forgets them: who came in by one of them may have been somebody else. */
    void forget(AccountId account) {
        store.forgetAll(account);
    }

    void forget(AccountId account, List<byte[]> devices) {
        devices.forEach(mark -> store.forget(account, mark));
    }

    void forgetOld() {
        store.forgetUnseenSince(clock.instant().minus(KEPT));
    }
}
