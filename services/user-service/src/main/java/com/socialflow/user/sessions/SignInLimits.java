package com.socialflow.user.sessions;

import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords are too many: of one account from one address, of one account from anywhere (NIST SP
 * 800-63B-4, section 3.2.2: at most 100 in a row), and from one address for any accounts.
 */
@Component
class SignInLimits {

    static final Allowance ACCOUNT_AND_ADDRESS = new Allowance(10, Duration.ofMinutes(15));
    static final Allowance ACCOUNT = new Allowance(100, Duration.ofHours(6));
    static final Allowance ADDRESS = new Allowance(200, Duration.ofMinutes(15));

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Throttle throttle;

    SignInLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * A try that is counted.
     *
     * @param retryAfter zero when it may be made
     */
    record Try(Duration retryAfter, String pairKey, String accountKey, String addressKey) {}

    /** Counts a try to sign in as that account from that address. */
    Try take(String account, String address) {
        var network = network(address);
        var keys = new Try(
                Duration.ZERO,
                "sign-in:pair:" + account + ":" + network,
                "sign-in:account:" + account,
                "sign-in:address:" + network);
        var taken = new ArrayList<String>();
        for (var limit : List.of(
                new Limit(keys.pairKey(), ACCOUNT_AND_ADDRESS),
                new Limit(keys.accountKey(), ACCOUNT),
                new Limit(keys.addressKey(), ADDRESS))) {
            var wait = throttle.take(limit.key(), limit.allowance());
            if (!wait.isZero()) {
                taken.forEach(throttle::giveBack);
                return new Try(wait, keys.pairKey(), keys.accountKey(), keys.addressKey());
            }
            taken.add(limit.key());
        }
        return keys;
    }

    private record Limit(String key, Allowance allowance) {}

    /** The password was right: what was wrong before it no longer counts against the account. */
    void right(Try made) {
        throttle.forget(made.pairKey());
        throttle.forget(made.accountKey());
        throttle.giveBack(made.addressKey());
    }

    /** The password was not checked. */
    void unmade(Try made) {
        throttle.giveBack(made.pairKey());
        throttle.giveBack(made.accountKey());
        throttle.giveBack(made.addressKey());
    }

    /** The address, or of IPv6 the half that a provider gives one customer. */
    private static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var length = bytes.length == IPV6_BYTES ? IPV6_NETWORK_BYTES : bytes.length;
            var text = new StringBuilder();
            for (var i = 0; i < length; i++) {
                text.append("%02x".formatted(bytes[i]));
            }
            return text.toString();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
