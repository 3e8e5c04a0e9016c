package com.socialflow.analytics.archive;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.Impressions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Archives beacons as if they came through Kafka, over three partitions by their sessions. */
public final class ArchiveWriting {

    private static final int PARTITIONS = 3;

    private ArchiveWriting() {}

    /** All of them, in the order of their receipt. */
    public static void write(ObjectStorage storage, List<Beacon> beacons) {
        var pieces = new Pieces(
                ArchivedLog.BEACONS, new Archive(storage), Clock.offset(Clock.systemUTC(), Duration.ofDays(36_500)));
        var offsets = new long[PARTITIONS];
        for (var beacon : beacons) {
            var partition = Math.floorMod(beacon.session().hashCode(), PARTITIONS);
            pieces.add(partition, offsets[partition]++, beacon.moment().receivedMillis(), BeaconCodec.write(beacon));
        }
        pieces.storeOver();
    }

    /** The same of impressions. */
    public static void writeImpressions(ObjectStorage storage, List<Impressions> shown) {
        var pieces = new Pieces(
                ArchivedLog.IMPRESSIONS,
                new Archive(storage),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(36_500)));
        var offsets = new long[PARTITIONS];
        for (var told : shown) {
            var partition = Math.floorMod(told.session().hashCode(), PARTITIONS);
            pieces.add(partition, offsets[partition]++, told.receivedMillis(), ImpressionCodec.write(told));
        }
        pieces.storeOver();
    }
}
