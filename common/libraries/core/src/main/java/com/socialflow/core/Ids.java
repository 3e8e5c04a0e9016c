package com.socialflow.core;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes 64-bit ids that sort by time: 42 bits of milliseconds since 2020 and 22 random or counting bits (TSID).
 *
 * <p>Written as 13 characters of Crockford's base 32, which sort as the numbers do.
 */
public final class Ids {

    /** Random bits that tell processes apart: two of 1,024 collide only within one millisecond and counter value. */
    private static final int NODE_BITS = 10;

    private final TsidFactory factory;

    /** Ids of this clock; the node number is drawn from {@code random}. */
    public Ids(Clock clock, RandomGenerator random) {
        factory = TsidFactory.builder()
                .withClock(clock)
                .withNodeBits(NODE_BITS)
                .withNode(random.nextInt(1 << NODE_BITS))
                .withRandomFunction((IntSupplier) random::nextInt)
                .build();
    }

    /** A new id, greater than any that this instance gave before. */
    public long next() {
        return factory.create().toLong();
    }

    /** When the id was made, to the millisecond. */
    public static Instant time(long id) {
        return Tsid.from(id).getInstant();
    }

    /** The 13 characters of an id. */
    public static String format(long id) {
        return Tsid.from(id).toString();
    }

    /**
     * The id written as 13 characters, in either case.
     *
     * @throws IllegalArgumentException when the text is no id
     */
    public static long parse(String text) {
        if (text.length() != Tsid.TSID_CHARS || !Tsid.isValid(text)) {
            throw new IllegalArgumentException("an id has 13 characters of Crockford's base 32");
        }
        return Tsid.from(text).toLong();
    }
}
