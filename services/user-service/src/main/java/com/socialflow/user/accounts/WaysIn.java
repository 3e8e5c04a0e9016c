package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many ways somebody has to sign in: the last one must not be taken away. */
@Component
public class WaysIn {

    private final List<WayIn> ways;

    WaysIn(List<WayIn> ways) {
        this.ways = ways;
    }

    /** All ways of all kinds; exact while the account is locked. */
    public int count(AccountId account) {
        return ways.stream().mapToInt(way -> way.count(account)).sum();
    }
}
