package com.socialflow.platform.limits;

import static com.socialflow.core.Require.require;

import java.time.Duration;

/** So many tries in a stretch of time, which begins with the first of them. */
public record Allowance(int tries, Duration in) {

    public Allowance {
        require(tries > 0 && in.isPositive(), "an allowance is more than nothing");
    }
}
