package com.socialflow.platform.calls;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Answers calls to the services of this process: from inside it, and from others when told to listen. */
class CallServer implements SmartLifecycle {

    private static final int STOP_SECONDS_MAX = 5;

    private final List<BindableService> services;
    private final List<ServerInterceptor> guards;
    private final CallSettings settings;
    private final List<Server> servers = new ArrayList<>();
    // Two contexts in one test process must not find each other.
    private final String name = "socialflow-" + UUID.randomUUID();

    /** Answers calls to these services, of those that the guards let through. */
    CallServer(List<BindableService> services, List<ServerInterceptor> guards, CallSettings settings) {
        this.services = services;
        this.guards = guards;
        this.settings = settings;
    }

    String name() {
        return name;
    }

    @Override
    public void start() {
        var virtual = Executors.newVirtualThreadPerTaskExecutor();
        start(prepared(InProcessServerBuilder.forName(name).executor(virtual)));
        if (!settings.listen().isEmpty()) {
            var colon = settings.listen().lastIndexOf(':');
            var address = new InetSocketAddress(
                    settings.listen().substring(0, colon),
                    Integer.parseInt(settings.listen().substring(colon + 1)));
            start(prepared(NettyServerBuilder.forAddress(address).executor(virtual)));
        }
    }

    /** What is added last is asked first. */
    private Server prepared(ServerBuilder<?> server) {
        guards.forEach(server::intercept);
        server.intercept(new IncomingCalls());
        services.forEach(server::addService);
        return server.build();
    }

    private void start(Server server) {
        try {
            servers.add(server.start());
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen for calls on " + settings.listen(), e);
        }
    }

    @Override
    public void stop() {
        servers.forEach(Server::shutdown);
        for (var server : servers) {
            try {
                if (!server.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                    server.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                server.shutdownNow();
            }
        }
        servers.clear();
    }

    @Override
    public boolean isRunning() {
        return !servers.isEmpty();
    }

    /** Before the web server takes requests, after it stops. */
    @Override
    public int getPhase() {
        return 0;
    }
}
