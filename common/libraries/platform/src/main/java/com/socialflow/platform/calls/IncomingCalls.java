package com.socialflow.platform.calls;

import com.socialflow.core.Problem;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every call gets on its way in: the caller's identity, and failures as statuses. */
final class IncomingCalls implements ServerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(IncomingCalls.class);

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var context = Context.current().withValue(CallIdentity.KEY, CallIdentity.read(headers));
        return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, call, headers, next)) {
            @Override
            public void onHalfClose() {
                try {
                    super.onHalfClose();
                } catch (RuntimeException e) {
                    call.close(status(e, call.getMethodDescriptor().getFullMethodName()), new Metadata());
                }
            }
        };
    }

    private static Status status(RuntimeException failure, String method) {
        if (failure instanceof Problem problem) {
            var status = switch (problem.status()) {
                case 401 -> Status.UNAUTHENTICATED;
                case 403 -> Status.PERMISSION_DENIED;
                case 404 -> Status.NOT_FOUND;
                case 409 -> Status.ABORTED;
                case 429 -> Status.RESOURCE_EXHAUSTED;
                case 503 -> Status.UNAVAILABLE;
                default -> Status.INVALID_ARGUMENT;
            };
            return status.withDescription(problem.code());
        }
        log.error("{} failed", method, failure);
        return Status.INTERNAL.withDescription("the service failed");
    }
}
