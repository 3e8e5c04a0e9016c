package com.socialflow.platform.calls;

import com.socialflow.platform.Roles;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractBlockingStub;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Gives blocking stubs of other services; the channel stays in the process when the service runs in it. */
public class Calls implements AutoCloseable {

    private final Roles roles;
    private final CallSettings settings;
    private final CallServer server;
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();

    Calls(Roles roles, CallSettings settings, CallServer server) {
        this.roles = roles;
        this.settings = settings;
        this.server = server;
    }

    /**
     * A stub whose calls carry a deadline and this request's identity, and are refused inside a transaction.
     *
     * @param maker a generated {@code newBlockingStub}
     * @param service the role that answers, such as {@code user}
     * @throws IllegalStateException when it neither runs here nor has an address
     */
    public <S extends AbstractBlockingStub<S>> S stub(Function<Channel, S> maker, String service) {
        return maker.apply(channels.computeIfAbsent(service, this::open))
                .withInterceptors(new OutgoingCalls(settings.deadline()));
    }

    private ManagedChannel open(String service) {
        if (roles.has(service)) {
            return InProcessChannelBuilder.forName(server.name())
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
        }
        var address = settings.address().get(service);
        if (address == null) {
            throw new IllegalStateException(
                    "the %s service does not run in this process: set socialflow.calls.address.%s, or add it to --roles"
                            .formatted(service, service));
        }
        return NettyChannelBuilder.forTarget(address).usePlaintext().build();
    }

    @Override
    public void close() throws InterruptedException {
        for (var channel : channels.values()) {
            channel.shutdown();
            channel.awaitTermination(2, TimeUnit.SECONDS);
        }
    }
}
