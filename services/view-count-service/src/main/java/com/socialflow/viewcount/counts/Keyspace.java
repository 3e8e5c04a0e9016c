package com.socialflow.viewcount.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.core.VideoId;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.Session;
import com.socialflow.views.WatchKey;
import java.nio.ByteBuffer;

/**
 * Names of what counting keeps in Redis.
 *
 * @param tag the hash tag of all: they lie on one node of a cluster, which runs the scripts
 */
record Keyspace(String tag) {

    private static final int WATCH_BYTES = Long.BYTES + Session.BYTES + Integer.BYTES;
    private static final int CROWD_BYTES = 2 * Long.BYTES + Integer.BYTES;

    /** Of the service. */
    static final Keyspace VIEWS = new Keyspace("views");

    String prefix() {
        return "{" + tag + "}";
    }

    /** The hash of positions. */
    byte[] positions() {
        return key("positions");
    }

    /** The set of hours of which anything is kept. */
    byte[] hours() {
        return key("hours");
    }

    /** What is known of a session's hour with a video. */
    byte[] watch(WatchKey key) {
        return key("s", WATCH_BYTES)
                .putLong(key.video().value())
                .put(key.session().toBytes())
                .putInt(key.hour())
                .array();
    }

    byte[] crowd(CrowdKey key) {
        return key("k", CROWD_BYTES)
                .putLong(key.video().value())
                .putLong(key.network())
                .putInt((int) key.hour())
                .array();
    }

    /** The hash of a video's open counts, each called by its hour and what is counted. */
    byte[] cells(VideoId video) {
        return key("h" + video.value());
    }

    /** A video's HyperLogLog. */
    byte[] viewers(VideoId video) {
        return key("u" + video.value());
    }

    /** The sorted set of a video's sessions by when they were heard of. */
    byte[] live(VideoId video) {
        return key("l" + video.value());
    }

    /** The set of videos with cells of this hour. */
    byte[] videosOf(long hour) {
        return key("v" + hour);
    }

    /** The list of keys of watches that were first heard of in this hour. */
    byte[] watchesOf(long hour) {
        return key("w" + hour);
    }

    /** The list of keys of crowds of this hour. */
    byte[] crowdsOf(long hour) {
        return key("c" + hour);
    }

    private byte[] key(String name) {
        return (prefix() + name).getBytes(UTF_8);
    }

    private ByteBuffer key(String kind, int more) {
        var head = key(kind);
        return ByteBuffer.allocate(head.length + more).put(head);
    }
}
