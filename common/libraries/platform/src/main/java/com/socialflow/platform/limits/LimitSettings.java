package com.socialflow.platform.limits;

import static com.socialflow.core.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may ask: requests and the time in which they may be made, such as {@code 600/1m}, and how many of
 * them at once, such as {@code 600/1m burst 100}. Of a person; of a network address where nobody is signed in.
 *
 * @param reads what changes nothing; in each process
 * @param writes what changes something
 * @param posts what others get to read, of a person
 * @param uploads requests that carry a source or a part of it; in each process
 * @param signIn proving who one is; of an address
 * @param registration what makes accounts; of an address
 * @param recovery what sends mails or takes tokens from them; of an address
 * @param tokens what programs ask the authorization server; of an address
 * @param beacons what players tell of what is watched; of an address, in each process
 * @param scale how many times as much is allowed of everything; 0: there are no limits
 */
@ConfigurationProperties("socialflow.limits")
record LimitSettings(
        @DefaultValue("6000/1m") Rate reads,
        @DefaultValue("600/1m") Rate writes,
        @DefaultValue("1000/24h burst 200") Rate posts,
        @DefaultValue("6000/1m") Rate uploads,
        @DefaultValue("120/1m") Rate signIn,
        @DefaultValue("120/1h") Rate registration,
        @DefaultValue("60/1h") Rate recovery,
        @DefaultValue("600/1m") Rate tokens,
        @DefaultValue("30000/1m") Rate beacons,
        @DefaultValue("1") double scale) {

    private static final double SCALE_MAX = 1_000_000;

    LimitSettings {
        require(scale >= 0 && scale <= SCALE_MAX, "socialflow.limits.scale is from 0 to %.0f", SCALE_MAX);
    }

    /** Whether there are limits at all. */
    boolean on() {
        return scale > 0;
    }

    Rate rate(RouteClass of) {
        var rate = switch (of) {
            case READS -> reads;
            case WRITES -> writes;
            case POSTS -> posts;
            case UPLOADS -> uploads;
            case SIGN_IN -> signIn;
            case REGISTRATION -> registration;
            case RECOVERY -> recovery;
            case TOKENS -> tokens;
            case BEACONS -> beacons;
        };
        return rate.times(scale);
    }
}
