package com.socialflow.viewcount.counts;

import com.socialflow.core.VideoId;
import com.socialflow.views.Beacon;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.ViewRule;
import com.socialflow.views.WatchKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Redis knows of the sessions of a batch.
 *
 * @param sketched videos with a sketch of viewers
 */
record Known(
        ViewRule rule, Positions positions, Map<WatchKey, byte[]> watches, ViewCrowds crowds, Set<VideoId> sketched) {

    private static final byte[] NOTHING = {};

    /** In one round trip, with the crowds that a first view would belong to. */
    static Known read(CountRedis redis, ViewRule rule, Map<WatchKey, List<Beacon>> sessions) {
        var keys = redis.keys();
        var commands = redis.commands();
        var crowdKeys = new LinkedHashSet<CrowdKey>();
        var videos = new LinkedHashSet<VideoId>();
        sessions.forEach((key, beacons) -> {
            videos.add(key.video());
            for (var beacon : beacons) {
                var network = beacon.viewer().network();
                if (network != 0) {
                    var hour = Hours.ofMillis(beacon.moment().atMillis());
                    crowdKeys.add(new CrowdKey(key.video(), network, hour));
                }
            }
        });
        var positions = commands.hgetall(keys.positions());
        var watches = redis.ask(sessions.keySet().stream().map(keys::watch).toList());
        var crowds = redis.ask(crowdKeys.stream().map(keys::crowd).toList());
        var sketches = videos.stream()
                .map(video -> commands.exists(keys.viewers(video)))
                .toList();

        var known = new Known(
                rule,
                CountRedis.positions(redis.wait(positions)),
                new HashMap<>(),
                new ViewCrowds(rule),
                new LinkedHashSet<>());
        var watch = redis.values(watches).iterator();
        sessions.keySet().forEach(key -> known.watches.put(key, watch.next()));
        var crowd = redis.values(crowds).iterator();
        crowdKeys.forEach(key -> known.crowds.read(key, crowd.next()));
        var sketch = sketches.iterator();
        videos.forEach(video -> {
            if (redis.wait(sketch.next()) == 1) {
                known.sketched.add(video);
            }
        });
        return known;
    }

    /** The crowds that are needed besides, of views that came from another network or began an hour before. */
    void readCrowds(CountRedis redis, Collection<CrowdKey> wanted) {
        var missing = crowds.missing(wanted);
        var values = redis.values(
                        redis.ask(missing.stream().map(redis.keys()::crowd).toList()))
                .iterator();
        missing.forEach(key -> crowds.read(key, values.next()));
    }

    boolean has(WatchKey key) {
        return bytes(key).length > 0;
    }

    HeardWatch watch(WatchKey key) {
        return HeardWatch.of(rule, bytes(key));
    }

    private byte[] bytes(WatchKey key) {
        return watches.getOrDefault(key, NOTHING);
    }

    long floor() {
        return positions.floor().orElse(0);
    }
}
