package com.socialflow.platform.calls;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every call gets on its way out: a deadline, the request's identity, and no transaction around it. */
final class OutgoingCalls implements ClientInterceptor {

    private final Duration deadline;

    OutgoingCalls(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "call %s before or after the transaction: it would hold locks while another service thinks"
                            .formatted(method.getFullMethodName()));
        }
        var bounded = options.getDeadline() == null
                ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                : options;
        return new SimpleForwardingClientCall<>(next.newCall(method, bounded)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                CallIdentity.current().write(headers);
                super.start(listener, headers);
            }
        };
    }
}
