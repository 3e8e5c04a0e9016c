package com.socialflow.analytics.job;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.socialflow.views.Crowd;
import java.nio.ByteBuffer;

/**
 * What is known of a crowd beside its views, in one piece, for it is read and written with each of them.
 *
 * @param changed when it last changed, in milliseconds of the log's time
 * @param run which run of the job had its cells written again; empty for none
 */
record Gathering(Crowd crowd, long changed, String run) {

    static Gathering of(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        var changed = from.getLong();
        var run = new byte[from.getInt()];
        from.get(run);
        var crowd = new byte[from.remaining()];
        from.get(crowd);
        return new Gathering(Kind.RULE.crowd(crowd), changed, new String(run, US_ASCII));
    }

    byte[] bytes() {
        var name = run.getBytes(US_ASCII);
        var people = crowd.toBytes();
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + name.length + people.length)
                .putLong(changed)
                .putInt(name.length)
                .put(name)
                .put(people)
                .array();
    }
}
