package com.socialflow.user.parents;

import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** How many letters to parents are too many: this place must not pester anybody for somebody. */
@Component
class ParentalLimits {

    /** To one address. */
    static final Allowance ADDRESS = new Allowance(3, Duration.ofDays(1));

    /** From one network address: a classroom. */
    static final Allowance NETWORK = new Allowance(30, Duration.ofHours(1));

    private final Throttle throttle;
    private final ParentalTokens tokens;

    ParentalLimits(Throttle throttle, ParentalTokens tokens) {
        this.throttle = throttle;
        this.tokens = tokens;
    }

    /** Counts a letter; false when it is not to be sent. */
    boolean take(String parentAddress, String network) {
        var address = HexFormat.of().formatHex(tokens.addressHash(parentAddress));
        return throttle.take("parents:network:" + network, NETWORK).isZero()
                && throttle.take("parents:address:" + address, ADDRESS).isZero();
    }
}
