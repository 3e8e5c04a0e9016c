package com.socialflow.views;

import static com.socialflow.views.Told.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.socialflow.proto.views.v1.Beacon.Builder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeaconCodecTest {

    private static final Beacon FULL = new Beacon(
            Told.VIDEO,
            Told.SESSION,
            Beacon.SEQUENCE_HASHED + 9,
            new Moment(Told.DAY + 5, Told.DAY, 10_000),
            new Part(new long[] {0, 4, 9, 7}, 7, 1.25f, 3, Event.PAUSE),
            Source.PLAYLIST,
            new Viewer(-2, -3, true, true),
            new Client(AgentKind.APP, -4, Device.TV, "NG", true),
            new Content(9, true),
            new Quality(0, 1, 2, 1_080, 4_000_000, List.of("network"), true, 5));

    @Test
    void theLogKeepsEverything() {
        assertThat(BeaconCodec.read(BeaconCodec.write(FULL)))
                .usingRecursiveComparison()
                .isEqualTo(FULL);
        assertThat(BeaconCodec.read(BeaconCodec.write(part(0))))
                .usingRecursiveComparison()
                .isEqualTo(part(0));
    }

    @Test
    void theNumbersInTheLogAreTheOrdinals() {
        sameNames(com.socialflow.proto.views.v1.Beacon.Source.getDescriptor(), Source.values());
        sameNames(com.socialflow.proto.views.v1.Beacon.Event.getDescriptor(), Event.values());
        sameNames(com.socialflow.proto.views.v1.Beacon.Device.getDescriptor(), Device.values());
        sameNames(com.socialflow.proto.views.v1.Beacon.AgentKind.getDescriptor(), AgentKind.values());
    }

    private static void sameNames(EnumDescriptor proto, Enum<?>[] java) {
        assertThat(proto.getValues()).hasSameSizeAs(java);
        Arrays.stream(java)
                .skip(1)
                .forEach(value -> assertThat(
                                proto.findValueByNumber(value.ordinal()).getName())
                        .endsWith("_" + value.name()));
    }

    @Test
    void whatANewerProgramAddedIsUnknown() {
        var newer = BeaconCodec.toProto(part(0)).toBuilder()
                .setSourceValue(99)
                .setDeviceValue(-1)
                .build();
        assertThat(BeaconCodec.of(newer).source()).isEqualTo(Source.UNKNOWN);
        assertThat(BeaconCodec.of(newer).client().device()).isEqualTo(Device.UNKNOWN);
    }

    @Test
    void whatIsNoBeaconIsRefused() {
        assertThatThrownBy(() -> BeaconCodec.read(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
        Builder without = BeaconCodec.toProto(part(0)).toBuilder().clearSession();
        assertThatThrownBy(() -> BeaconCodec.of(without.build())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameContentHasTheSameNumber() {
        var content = part(3).part();
        assertThat(Beacon.hashedSequence(content, 7))
                .isEqualTo(Beacon.hashedSequence(content, 7))
                .isNotEqualTo(Beacon.hashedSequence(content, 8))
                .isNotEqualTo(Beacon.hashedSequence(part(4).part(), 7))
                .isGreaterThanOrEqualTo(Beacon.SEQUENCE_HASHED);
    }
}
