package com.socialflow.user.consents;

import com.socialflow.platform.policy.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that this place heeds the signal (Global Privacy Control, section 4). */
@RestController
class SignalController {

    /** When that began. */
    private static final String SINCE = "2026-11-27";

    record GpcView(boolean gpc, String lastUpdate) {}

    @GetMapping("/.well-known/gpc.json")
    @Permit("gpc.read")
    GpcView gpc() {
        return new GpcView(true, SINCE);
    }
}
