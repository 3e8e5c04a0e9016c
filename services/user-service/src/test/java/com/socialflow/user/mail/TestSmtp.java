package com.socialflow.user.mail;

import com.socialflow.testkit.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes everything but mail to {@code nobody@…} (for good) and {@code later@…} (for now). */
final class TestSmtp implements AutoCloseable {

    /** What arrived: to whom, and the message with its headers. */
    record Arrived(String to, String message) {}

    private final int port = FreePort.next();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final UnaryOperator<SMTPServer.Builder> setup;
    private @Nullable SMTPServer server;

    TestSmtp(UnaryOperator<SMTPServer.Builder> setup) {
        this.setup = setup;
    }

    int port() {
        return port;
    }

    List<Arrived> arrived() {
        return arrived;
    }

    TestSmtp start() {
        var started = setup.apply(SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(_ -> new Handler()))
                .build();
        started.start();
        server = started;
        return this;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    private final class Handler implements MessageHandler {

        private String to = "";

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("nobody@")) {
                throw new RejectException(550, "5.1.1 there is no such mailbox");
            }
            if (recipient.startsWith("later@")) {
                throw new RejectException(451, "4.7.1 come back later");
            }
            to = recipient;
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            arrived.add(new Arrived(to, new String(data.readAllBytes(), StandardCharsets.UTF_8)));
            return null;
        }

        @Override
        public void done() {}
    }
}
