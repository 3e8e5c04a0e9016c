package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.platform.limits.Backoff;
import com.socialflow.platform.limits.Counted;
import com.socialflow.platform.limits.Network;
import com.socialflow.platform.limits.Throttle;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords are too many: of one account from one network, of one account from anywhere (NIST SP
 * 800-63B-4, section 3.2.2: at most 100 in a row), and from one network for any accounts. Each wait is twice the one
 * before. A browser by which the account was entered before has tries of its own: others can't use them up.
 *
 * <p>None of this grows with {@code SOCIALFLOW_LIMITS_SCALE}: it is no measure of load.
 */
@Component
class SignInLimits {

    private static final int IN_A_ROW = 100;
    private static final Duration FORGOTTEN = Duration.ofDays(7);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    static final Backoff ACCOUNT_AND_NETWORK = new Backoff(10, FIRST_WAIT, LONGEST_WAIT, IN_A_ROW, FORGOTTEN);

    /** More are free than from one network, so that one alone makes only itself wait. */
    static final Backoff ACCOUNT = new Backoff(20, FIRST_WAIT, LONGEST_WAIT, IN_A_ROW, FORGOTTEN);

    static final Backoff KNOWN_DEVICE = new Backoff(10, FIRST_WAIT, LONGEST_WAIT, IN_A_ROW, FORGOTTEN);

    /** A school or a company may share an address; right passwords don't count. */
    static final Backoff NETWORK = new Backoff(200, FIRST_WAIT, LONGEST_WAIT, Integer.MAX_VALUE, Duration.ofHours(6));

    private final Throttle throttle;

    SignInLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * A try that is counted.
     *
     * @param retryAfter zero when it may be made
     * @param account counts against the account alone
     */
    record Try(Duration retryAfter, List<Counted> account, Counted network) {}

    /** Counts a try to sign in as that account, or as that name which nobody has. */
    Try take(String account, String address, Optional<byte[]> device) {
        var from = Network.of(address);
        var network = new Counted("sign-in:network:" + from, NETWORK);
        var own = device.map(mark -> List.of(new Counted(
                        "sign-in:device:" + account + ":" + HexFormat.of().formatHex(mark), KNOWN_DEVICE)))
                .orElseGet(() -> List.of(
                        new Counted("sign-in:pair:" + account + ":" + from, ACCOUNT_AND_NETWORK),
                        new Counted(accountKey(account), ACCOUNT)));
        return new Try(throttle.take(all(own, network)), own, network);
    }

    private static List<Counted> all(List<Counted> account, Counted network) {
        return Stream.concat(account.stream(), Stream.of(network)).toList();
    }

    private static String accountKey(String account) {
        return "sign-in:account:" + account;
    }

    /** The password was right: what was wrong before it no longer counts against the account. */
    void right(Try made) {
        throttle.settle(made.account(), List.of(made.network()));
    }

    /** The password was not checked. */
    void unmade(Try made) {
        throttle.settle(List.of(), all(made.account(), made.network()));
    }

    /** The account has another password, or its owner proved to be its owner otherwise. */
    void forgive(AccountId account) {
        throttle.forget(accountKey(account.toString()));
    }
}
