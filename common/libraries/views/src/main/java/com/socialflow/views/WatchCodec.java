package com.socialflow.views;

import static com.socialflow.core.Require.require;
import static com.socialflow.views.Parts.AT;
import static com.socialflow.views.Parts.CLAIMED;
import static com.socialflow.views.Parts.CLOCK;
import static com.socialflow.views.Parts.ELAPSED;
import static com.socialflow.views.Parts.REASON;
import static com.socialflow.views.Parts.SEQUENCE;
import static com.socialflow.views.Parts.VISIBLE;
import static com.socialflow.views.Parts.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A watch as bytes: each part as what it differs from the one that was to be expected. */
final class WatchCodec {

    private static final int VERSION = 1;
    private static final int DATA_CENTRE = 1;
    private static final int LIVE = 2;
    private static final Source[] SOURCES = Source.values();
    private static final Device[] DEVICES = Device.values();

    private WatchCodec() {}

    static byte[] write(@Nullable Facts facts, long[] parts) {
        if (facts == null) {
            return new byte[0];
        }
        var to = new Varints();
        to.write(VERSION);
        writeFacts(to, facts);
        var expected = new long[] {-1, parts[AT] - parts[ELAPSED], 0};
        for (var i = 0; i < parts.length; i += WIDTH) {
            writePart(to, parts, i, expected);
        }
        return to.written();
    }

    private static void writeFacts(Varints to, Facts facts) {
        to.write((facts.dataCentre() ? DATA_CENTRE : 0) | (facts.live() ? LIVE : 0));
        to.write(facts.source().ordinal());
        to.write(facts.device().ordinal());
        to.write(facts.country().length());
        facts.country().chars().forEach(to::write);
        to.writeHash(facts.visitor());
        to.writeHash(facts.network());
        to.writeHash(facts.agent());
        to.write(facts.durationMillis());
    }

    /** Expected: the number after the last one, the same begin of the session, a clock that ran while it played. */
    private static void writePart(Varints to, long[] parts, int i, long[] expected) {
        var claimed = parts[i + CLAIMED];
        var plain = parts[i + VISIBLE] == claimed && parts[i + CLOCK] == claimed && parts[i + REASON] == 0;
        var begin = parts[i + AT] - parts[i + ELAPSED];
        to.write(((parts[i + SEQUENCE] - expected[0] - 1) << 1) | (plain ? 0 : 1));
        to.write(claimed);
        to.writeSigned(parts[i + ELAPSED] - expected[2] - claimed);
        to.writeSigned(i == 0 ? begin : begin - expected[1]);
        if (!plain) {
            to.write(claimed - parts[i + VISIBLE]);
            to.writeSigned(parts[i + CLOCK] - claimed);
            to.write(parts[i + REASON]);
        }
        expect(expected, parts, i);
    }

    private static void expect(long[] expected, long[] parts, int i) {
        expected[0] = parts[i + SEQUENCE];
        expected[1] = parts[i + AT] - parts[i + ELAPSED];
        expected[2] = parts[i + ELAPSED];
    }

    static Watch read(ViewRule rule, byte[] bytes) {
        if (bytes.length == 0) {
            return rule.watch();
        }
        var from = new Varints(bytes);
        require(from.read() == VERSION, "a watch of another version");
        var facts = readFacts(from);
        var parts = new long[8 * WIDTH];
        var expected = new long[] {-1, 0, 0};
        var end = 0;
        for (; from.hasMore(); end += WIDTH) {
            if (end == parts.length) {
                parts = Arrays.copyOf(parts, 2 * end);
            }
            readPart(from, parts, end, expected);
        }
        return new Watch(rule, facts, Arrays.copyOf(parts, end));
    }

    private static Facts readFacts(Varints from) {
        var flags = from.read();
        var source = SOURCES[(int) from.read()];
        var device = DEVICES[(int) from.read()];
        var country = new char[(int) from.read()];
        for (var i = 0; i < country.length; i++) {
            country[i] = (char) from.read();
        }
        return new Facts(
                source,
                device,
                new String(country),
                (flags & DATA_CENTRE) != 0,
                (flags & LIVE) != 0,
                from.readHash(),
                from.readHash(),
                from.readHash(),
                from.read());
    }

    private static void readPart(Varints from, long[] parts, int i, long[] expected) {
        var first = from.read();
        var claimed = from.read();
        parts[i + SEQUENCE] = expected[0] + 1 + (first >>> 1);
        parts[i + CLAIMED] = claimed;
        parts[i + ELAPSED] = from.readSigned() + expected[2] + claimed;
        parts[i + AT] = from.readSigned() + expected[1] + parts[i + ELAPSED];
        var plain = (first & 1) == 0;
        parts[i + VISIBLE] = plain ? claimed : claimed - from.read();
        parts[i + CLOCK] = plain ? claimed : claimed + from.readSigned();
        parts[i + REASON] = plain ? 0 : from.read();
        expect(expected, parts, i);
    }
}
