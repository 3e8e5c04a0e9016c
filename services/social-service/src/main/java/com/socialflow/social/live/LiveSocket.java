package com.socialflow.social.live;

import com.socialflow.platform.auth.Actor;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's WebSocket (RFC 6455). A virtual thread of its own carries the news to it. */
final class LiveSocket extends Endpoint {

    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

    /** Pings without an answer after which the client counts as gone. */
    private static final int UNANSWERED_MAX = 3;

    /** Of one socket's life: a client that wants to keep its connection alive says something twice a minute. */
    private static final int HEARD_MAX = 1_000;

    private static final int CLOSE_REASON_MAX = 100;

    private final LiveStreams streams;
    private final LivePump pump;
    private final Actor actor;
    private final OptionalLong after;
    private volatile @Nullable Thread carrier;
    private volatile int unanswered;
    private int heard;

    LiveSocket(LiveStreams streams, LivePump pump, Actor actor, OptionalLong after) {
        this.streams = streams;
        this.pump = pump;
        this.actor = actor;
        this.after = after;
    }

    /** For the upgrade of one request. Nothing is compressed: that would hold 64 KB for each client. */
    ServerEndpointConfig config(String path) {
        return ServerEndpointConfig.Builder.create(LiveSocket.class, path)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(LiveSocket.this);
                    }

                    @Override
                    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> asked) {
                        return List.of();
                    }
                })
                .build();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(PongMessage.class, _ -> unanswered = 0);
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) _ -> hear(session));
        carrier = Thread.ofVirtual().name("live-socket").start(() -> carry(session));
    }

    /** What a client says only shows that it is there. */
    private void hear(Session session) {
        unanswered = 0;
        if (++heard > HEARD_MAX) {
            close(session, CloseCodes.VIOLATED_POLICY, "too many messages");
        }
    }

    private void carry(Session session) {
        var open = streams.open(actor, after);
        if (open.isEmpty()) {
            close(
                    session,
                    CloseCodes.TRY_AGAIN_LATER,
                    "at most %d streams at once".formatted(OpenStreams.OF_PERSON_MAX));
            return;
        }
        try (var stream = open.get()) {
            pump.run(stream, new Client(session));
            close(session, CloseCodes.GOING_AWAY, "come back with your last id");
        } catch (IOException | RuntimeException e) {
            log.debug("a socket is gone: {}", e.toString());
            close(session, CloseCodes.GOING_AWAY, "");
        } catch (InterruptedException e) {
            close(session, CloseCodes.NORMAL_CLOSURE, "");
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        stop();
    }

    @Override
    public void onError(Session session, Throwable failure) {
        log.debug("a socket failed: {}", failure.toString());
        stop();
    }

    private void stop() {
        var running = carrier;
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
        }
    }

    private static void close(Session session, CloseCodes code, String reason) {
        try {
            if (session.isOpen()) {
                session.close(new CloseReason(code, reason.substring(0, Math.min(reason.length(), CLOSE_REASON_MAX))));
            }
        } catch (IOException e) {
            log.debug("a socket was gone already: {}", e.toString());
        }
    }

    private final class Client implements LivePump.Client {

        private final Session session;

        Client(Session session) {
            this.session = session;
        }

        @Override
        public void send(LiveMessage message) throws IOException {
            session.getBasicRemote()
                    .sendText("{\"event\":\"" + message.name() + "\",\"id\":\"" + message.id() + "\",\"data\":"
                            + message.data() + "}");
        }

        @Override
        public void heartbeat() throws IOException {
            if (unanswered >= UNANSWERED_MAX) {
                throw new IOException("no answer to pings");
            }
            unanswered++;
            session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        }
    }
}
