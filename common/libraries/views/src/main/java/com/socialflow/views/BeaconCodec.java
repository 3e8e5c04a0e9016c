package com.socialflow.views;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/** Beacons as the log has them. */
public final class BeaconCodec {

    private static final Event[] EVENTS = Event.values();
    private static final Source[] SOURCES = Source.values();
    private static final AgentKind[] KINDS = AgentKind.values();
    private static final Device[] DEVICES = Device.values();

    private BeaconCodec() {}

    /**
     * The beacon of an entry of the log.
     *
     * @throws IllegalArgumentException when the bytes are none
     */
    public static Beacon read(byte[] bytes) {
        try {
            return of(com.socialflow.proto.views.v1.Beacon.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no beacon: " + e.getMessage(), e);
        }
    }

    /** The entry of the log. */
    public static byte[] write(Beacon beacon) {
        return toProto(beacon).toByteArray();
    }

    /** What the message says. What a newer program has added is unknown to this one. */
    public static Beacon of(com.socialflow.proto.views.v1.Beacon proto) {
        return new Beacon(
                new VideoId(proto.getVideo()),
                Session.ofBytes(proto.getSession().toByteArray()),
                proto.getSequence(),
                new Moment(
                        proto.getReceivedMillis(),
                        proto.getAtMillis(),
                        proto.hasElapsedMillis() ? proto.getElapsedMillis() : Moment.NO_CLOCK),
                new Part(
                        intervals(proto),
                        proto.getPositionMillis(),
                        proto.getRate(),
                        proto.getHiddenMillis(),
                        known(EVENTS, proto.getEventValue())),
                known(SOURCES, proto.getSourceValue()),
                new Viewer(proto.getVisitor(), proto.getNetwork(), proto.getOwner(), proto.getOptedOut()),
                new Client(
                        known(KINDS, proto.getAgentKindValue()),
                        proto.getAgent(),
                        known(DEVICES, proto.getDeviceValue()),
                        proto.getCountry(),
                        proto.getDataCentre()),
                new Content(proto.getDurationMillis(), proto.getLive()),
                proto.hasQuality() ? quality(proto.getQuality()) : null);
    }

    private static long[] intervals(com.socialflow.proto.views.v1.Beacon proto) {
        var intervals = new long[proto.getPlayedMillisCount() & ~1];
        for (var i = 0; i < intervals.length; i++) {
            intervals[i] = proto.getPlayedMillis(i);
        }
        return intervals;
    }

    private static <T> T known(T[] values, int number) {
        return number > 0 && number < values.length ? values[number] : values[0];
    }

    private static Quality quality(com.socialflow.proto.views.v1.Quality proto) {
        return new Quality(
                proto.hasStartupMillis() ? proto.getStartupMillis() : Quality.NO_START,
                proto.getStalls(),
                proto.getStalledMillis(),
                proto.getHeight(),
                proto.getBitrate(),
                proto.getErrorList(),
                proto.getExitedBeforeStart(),
                proto.getDroppedFrames());
    }

    /** The message that says it. */
    public static com.socialflow.proto.views.v1.Beacon toProto(Beacon beacon) {
        var proto = com.socialflow.proto.views.v1.Beacon.newBuilder()
                .setVideo(beacon.video().value())
                .setSession(ByteString.copyFrom(beacon.session().toBytes()))
                .setSequence(beacon.sequence())
                .setSourceValue(beacon.source().ordinal());
        var moment = beacon.moment();
        proto.setReceivedMillis(moment.receivedMillis()).setAtMillis(moment.atMillis());
        if (moment.elapsedMillis() != Moment.NO_CLOCK) {
            proto.setElapsedMillis(moment.elapsedMillis());
        }
        var part = beacon.part();
        for (var end : part.intervals()) {
            proto.addPlayedMillis(end);
        }
        proto.setPositionMillis(part.positionMillis())
                .setRate(part.rate())
                .setHiddenMillis(part.hiddenMillis())
                .setEventValue(part.event().ordinal());
        var viewer = beacon.viewer();
        proto.setVisitor(viewer.visitor())
                .setNetwork(viewer.network())
                .setOwner(viewer.owner())
                .setOptedOut(viewer.optedOut());
        var client = beacon.client();
        proto.setAgentKindValue(client.kind().ordinal())
                .setAgent(client.agent())
                .setDeviceValue(client.device().ordinal())
                .setCountry(client.country())
                .setDataCentre(client.dataCentre());
        var content = beacon.content();
        proto.setDurationMillis(content.durationMillis()).setLive(content.live());
        write(proto, beacon.quality());
        return proto.build();
    }

    private static void write(com.socialflow.proto.views.v1.Beacon.Builder proto, @Nullable Quality quality) {
        if (quality == null) {
            return;
        }
        var to = proto.getQualityBuilder()
                .setStalls(quality.stalls())
                .setStalledMillis(quality.stalledMillis())
                .setHeight(quality.height())
                .setBitrate(quality.bitrate())
                .addAllError(quality.errors())
                .setExitedBeforeStart(quality.exitedBeforeStart())
                .setDroppedFrames(quality.droppedFrames());
        if (quality.startupMillis() != Quality.NO_START) {
            to.setStartupMillis(quality.startupMillis());
        }
    }
}
