package com.socialflow.viewcount.counts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.socialflow.core.VideoId;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.Event;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keys and arguments of {@link Script#COUNT}, part by part in its order. */
final class CountScript {

    private final Keyspace names;
    private final long now;
    private final List<byte[]> keys = new ArrayList<>();
    private final List<byte[]> arguments = new ArrayList<>();
    private final Map<Long, List<byte[]>> crowdsOf = new TreeMap<>();
    private final Set<Long> hours = new LinkedHashSet<>();

    CountScript(Keyspace names, long now) {
        this.names = names;
        this.now = now;
        keys.add(names.positions());
    }

    List<byte[]> keys() {
        return keys;
    }

    Stream<byte[]> arguments() {
        return arguments.stream();
    }

    void positions(Batch batch) {
        number(batch.stretches().size());
        batch.stretches().forEach((partition, stretch) -> {
            number(partition);
            number(stretch.begin());
            number(stretch.next());
        });
    }

    void crowds(ViewCrowds crowds) {
        number(crowds.changed().size());
        crowds.changed().forEach((key, state) -> {
            var name = names.crowd(key);
            var before = crowds.before(key);
            keys.add(name);
            arguments.add(before);
            arguments.add(state.bytes());
            if (before.length == 0) {
                crowdsOf.computeIfAbsent(key.hour(), _ -> new ArrayList<>()).add(name);
            }
        });
    }

    /** And the lists of watches and crowds that are new, by hour. */
    void watches(List<Change> changes) {
        var watchesOf = new TreeMap<Long, List<byte[]>>();
        number(changes.size());
        for (var change : changes) {
            var name = names.watch(change.key());
            keys.add(name);
            arguments.add(change.now().bytes());
            if (!change.known()) {
                var received = change.beacons().getFirst().moment().receivedMillis();
                watchesOf
                        .computeIfAbsent(Hours.ofMillis(received), _ -> new ArrayList<>())
                        .add(name);
            }
        }
        number(watchesOf.size() + crowdsOf.size());
        watchesOf.forEach((hour, some) -> some(names.watchesOf(hour), some));
        crowdsOf.forEach((hour, some) -> some(names.crowdsOf(hour), some));
        hours.addAll(watchesOf.keySet());
        hours.addAll(crowdsOf.keySet());
    }

    /** Sets of videos by hour and of hours, then what is added to cells. */
    void cells(Map<VideoId, Map<Long, Cells>> cells, List<Change> changes) {
        var videosOf = new TreeMap<Long, List<byte[]>>();
        var added = new LinkedHashMap<VideoId, Map<String, Long>>();
        cells.forEach((video, byHour) ->
                byHour.forEach((hour, counts) -> counts.counts().forEach((name, count) -> {
                    var fields = added.computeIfAbsent(video, _ -> new HashMap<>());
                    fields.put(hour + ":" + name, count);
                })));
        cells.forEach((video, byHour) -> byHour.forEach((hour, counts) -> {
            if (!counts.counts().isEmpty()) {
                videosOf.computeIfAbsent(hour, _ -> new ArrayList<>()).add(CountRedis.bytes(video.value()));
            }
        }));
        hours.addAll(videosOf.keySet());
        number(videosOf.size() + (hours.isEmpty() ? 0 : 1));
        videosOf.forEach((hour, videos) -> some(names.videosOf(hour), videos));
        if (!hours.isEmpty()) {
            some(names.hours(), hours.stream().map(CountRedis::bytes).toList());
        }
        var last = last(changes);
        number(added.size());
        added.forEach((video, fields) -> {
            keys.add(names.cells(video));
            number(fields.size());
            fields.forEach((name, count) -> {
                arguments.add(CountRedis.bytes(name));
                number(count);
            });
            number(last.getOrDefault(video, now));
        });
    }

    private static Map<VideoId, Long> last(List<Change> changes) {
        var last = new HashMap<VideoId, Long>();
        for (var change : changes) {
            for (var beacon : change.beacons()) {
                last.merge(change.key().video(), beacon.moment().receivedMillis(), Math::max);
            }
        }
        return last;
    }

    /** Who watched what counts. Sketches that are not in Redis come from the ledger. */
    void viewers(
            Judging judging,
            List<Change> changes,
            Known known,
            Function<List<VideoId>, Map<VideoId, byte[]>> sketches) {
        var viewers = new LinkedHashMap<VideoId, List<byte[]>>();
        for (var change : changes) {
            var video = change.key().video();
            if (change.after().filter(view -> judging.counts(video, view)).isPresent()) {
                viewers.computeIfAbsent(video, _ -> new ArrayList<>())
                        .add(viewer(change.beacons().getLast()));
            }
        }
        var earlier = sketches.apply(viewers.keySet().stream()
                .filter(video -> !known.sketched().contains(video))
                .toList());
        number(viewers.size());
        viewers.forEach((video, members) -> {
            keys.add(names.viewers(video));
            arguments.add(earlier.getOrDefault(video, new byte[0]));
            some(members);
        });
    }

    /** A day's visitor, else the session. The sketch keeps a few bits of a hash of it. */
    private static byte[] viewer(Beacon beacon) {
        var viewer = beacon.viewer();
        if (viewer.visitor() != 0) {
            return ByteBuffer.allocate(1 + Long.BYTES)
                    .put((byte) 'v')
                    .putLong(viewer.visitor())
                    .array();
        }
        return beacon.session().toBytes();
    }

    /** Sessions that were heard of just now, or said that they leave. */
    void live(List<Change> changes) {
        var since = now - OpenCounts.LIVE.toMillis();
        var recent = new LinkedHashMap<VideoId, List<Beacon>>();
        for (var change : changes) {
            change.beacons().stream()
                    .max(Comparator.comparingLong(beacon -> beacon.moment().receivedMillis()))
                    .filter(beacon -> beacon.moment().receivedMillis() >= since)
                    .filter(beacon -> beacon.client().kind() != AgentKind.BOT)
                    .ifPresent(beacon -> recent.computeIfAbsent(change.key().video(), _ -> new ArrayList<>())
                            .add(beacon));
        }
        number(recent.size());
        recent.forEach((video, beacons) -> {
            keys.add(names.live(video));
            var here = new ArrayList<byte[]>();
            var left = new ArrayList<byte[]>();
            for (var beacon : beacons) {
                if (beacon.part().event() == Event.EXIT || beacon.part().event() == Event.END) {
                    left.add(beacon.session().toBytes());
                } else {
                    here.add(CountRedis.bytes(beacon.moment().receivedMillis()));
                    here.add(beacon.session().toBytes());
                }
            }
            some(here);
            some(left);
            number(since);
        });
    }

    private void some(byte[] key, List<byte[]> members) {
        keys.add(key);
        some(members);
    }

    private void some(Collection<byte[]> members) {
        number(members.size());
        arguments.addAll(members);
    }

    private void number(long number) {
        arguments.add(Long.toString(number).getBytes(US_ASCII));
    }
}
