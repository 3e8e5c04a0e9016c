package com.socialflow.views;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.VideoId;

/** Impressions as the log has them. */
public final class ImpressionCodec {

    private static final Source[] SOURCES = Source.values();
    private static final AgentKind[] KINDS = AgentKind.values();
    private static final Device[] DEVICES = Device.values();

    private ImpressionCodec() {}

    /**
     * The impressions of an entry of the log. What a newer program has added is unknown to this one.
     *
     * @throws IllegalArgumentException when the bytes are none
     */
    public static Impressions read(byte[] bytes) {
        try {
            return of(com.socialflow.proto.views.v1.Impressions.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no impressions: " + e.getMessage(), e);
        }
    }

    private static Impressions of(com.socialflow.proto.views.v1.Impressions proto) {
        return new Impressions(
                Session.ofBytes(proto.getSession().toByteArray()),
                proto.getReceivedMillis(),
                new Client(
                        known(KINDS, proto.getAgentKindValue()),
                        proto.getAgent(),
                        known(DEVICES, proto.getDeviceValue()),
                        proto.getCountry(),
                        proto.getDataCentre()),
                proto.getShownList().stream().map(ImpressionCodec::of).toList());
    }

    private static Shown of(com.socialflow.proto.views.v1.Shown proto) {
        return new Shown(
                new VideoId(proto.getVideo()),
                proto.getId(),
                proto.getAtMillis(),
                known(SOURCES, proto.getSourceValue()),
                proto.getClicked(),
                proto.getOwner());
    }

    private static <T> T known(T[] values, int number) {
        return number > 0 && number < values.length ? values[number] : values[0];
    }

    /** The entry of the log. */
    public static byte[] write(Impressions told) {
        var client = told.client();
        var proto = com.socialflow.proto.views.v1.Impressions.newBuilder()
                .setSession(ByteString.copyFrom(told.session().toBytes()))
                .setReceivedMillis(told.receivedMillis())
                .setAgentKindValue(client.kind().ordinal())
                .setAgent(client.agent())
                .setDeviceValue(client.device().ordinal())
                .setCountry(client.country())
                .setDataCentre(client.dataCentre());
        for (var one : told.shown()) {
            proto.addShownBuilder()
                    .setVideo(one.video().value())
                    .setId(one.id())
                    .setAtMillis(one.atMillis())
                    .setSourceValue(one.source().ordinal())
                    .setClicked(one.clicked())
                    .setOwner(one.owner());
        }
        return proto.build().toByteArray();
    }
}
