package com.socialflow.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws ranks, each in proportion to a power of it. */
final class Ranks {

    private final SplittableRandom random;
    private final double[] upTo;

    Ranks(int people, double exponent, SplittableRandom random) {
        this.random = random;
        upTo = new double[people];
        var sum = 0.0;
        for (var rank = 0; rank < people; rank++) {
            sum += Math.pow(rank + 1, -exponent);
            upTo[rank] = sum;
        }
    }

    int next() {
        var found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }
}
