package com.socialflow.analytics.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.batch.SeededBeacons;
import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StoredObject;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArchiveTest extends AnalyticsServiceTest {

    @Autowired
    private Archive archive;

    @SuppressWarnings("NullAway.Init") // before each test
    private Pieces pieces;

    private Instant hour = Instant.EPOCH;
    private List<Beacon> beacons = List.of();

    @BeforeEach
    void someHoursOfBeacons() {
        pieces = new Pieces(ArchivedLog.BEACONS, archive, clock);
        hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        beacons = new SeededBeacons(1, List.of(new VideoId(7)))
                .of(200, hour, 3).stream()
                        .filter(beacon -> beacon.moment().receivedMillis()
                                < hour.plus(Duration.ofHours(4)).toEpochMilli())
                        .toList();
    }

    @AfterEach
    void remove() {
        storage.deleteAll("views/");
    }

    @Test
    void everyBeaconComesBackAsItWas() {
        add(0, 0, beacons);
        clock.advance(Duration.ofHours(5));
        pieces.storeOver();

        assertThat(read()).isEqualTo(bytes(beacons));
        assertThat(keys()).hasSizeBetween(3, 4).allMatch(key -> key.startsWith("views/p0/2"));
        assertThat(archive.next(ArchivedLog.BEACONS, 0, Instant.EPOCH)).isEqualTo(beacons.size());
        assertThat(archive.next(ArchivedLog.BEACONS, 1, Instant.EPOCH)).isZero();
    }

    @Test
    void aProcessThatStartsAnewGoesOnAfterTheLastFile() {
        add(3, 0, beacons);
        var next = archive.next(ArchivedLog.BEACONS, 3, clock.instant().minus(Duration.ofDays(8)));
        assertThat(next).isPositive().isLessThan(beacons.size());

        pieces = new Pieces(ArchivedLog.BEACONS, archive, clock);
        add(3, (int) next, beacons);
        clock.advance(Duration.ofHours(5));
        pieces.storeOver();

        assertThat(read()).isEqualTo(bytes(beacons));
    }

    @Test
    void whatTwoProcessesWroteIsReadOnce() {
        add(0, 0, beacons);
        var zombie = new Piece(ArchivedLog.BEACONS, 0, hour, 10);
        for (var at = 10; at < 20; at++) {
            zombie.add(at, beacons.get(at).moment().receivedMillis(), BeaconCodec.write(beacons.get(at)));
        }
        archive.store(zombie);
        clock.advance(Duration.ofHours(5));
        pieces.storeOver();

        assertThat(read()).isEqualTo(bytes(beacons));
    }

    @Test
    void whatIsNoBeaconIsKeptAndNotGiven() {
        pieces.add(0, 0, hour.toEpochMilli(), new byte[] {1, 2, 3});
        pieces.add(0, 1, hour.toEpochMilli(), BeaconCodec.write(beacons.getFirst()));
        clock.advance(Duration.ofHours(5));
        pieces.storeOver();

        assertThat(read()).isEqualTo(bytes(List.of(beacons.getFirst())));
        assertThat(archive.next(ArchivedLog.BEACONS, 0, Instant.EPOCH)).isEqualTo(2);
    }

    private void add(int partition, int from, List<Beacon> all) {
        for (var at = from; at < all.size(); at++) {
            pieces.add(partition, at, all.get(at).moment().receivedMillis(), BeaconCodec.write(all.get(at)));
        }
    }

    private List<Object> read() {
        var found = new ArrayList<Beacon>();
        archive.read(hour, hour.plus(Duration.ofHours(4)), found::add);
        return bytes(found);
    }

    /** They have arrays, which know no equality. */
    private static List<Object> bytes(List<Beacon> all) {
        return all.stream().<Object>map(BeaconCodec::toProto).toList();
    }

    private List<String> keys() {
        return storage.list("views/", "", ObjectStorage.LIST_MAX).stream()
                .map(StoredObject::key)
                .toList();
    }
}
