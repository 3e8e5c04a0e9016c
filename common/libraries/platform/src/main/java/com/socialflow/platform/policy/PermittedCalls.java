package com.socialflow.platform.policy;

import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/** Asks before every call of another service. A method that says not what it does is refused. */
public final class PermittedCalls implements ServerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(PermittedCalls.class);

    /** Whether a call is permitted, by its full name: it does not depend on anything else. */
    private final Map<String, Boolean> permitted = new HashMap<>();

    PermittedCalls(Permits permits, List<BindableService> services) {
        actions(services).forEach((call, action) -> {
            if (action.isEmpty()) {
                log.error("{} is refused: it has no @Permit", call);
            }
            permitted.put(call, action.filter(permits::toServices).isPresent());
        });
    }

    /** What every call of these services does, by its full name; empty where the method does not say. */
    public static Map<String, Optional<String>> actions(List<BindableService> services) {
        var actions = new HashMap<String, Optional<String>>();
        for (var service : services) {
            for (var call : service.bindService().getMethods()) {
                var descriptor = call.getMethodDescriptor();
                var action = method(service, String.valueOf(descriptor.getBareMethodName()))
                        .flatMap(Declarations::action);
                actions.put(descriptor.getFullMethodName(), action);
            }
        }
        return actions;
    }

    /** The method that answers a call: its name begins with a small letter. */
    private static Optional<Method> method(BindableService service, String call) {
        var name = Character.toLowerCase(call.charAt(0)) + call.substring(1);
        return Arrays.stream(ClassUtils.getUserClass(service).getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .findFirst();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (permitted.getOrDefault(call.getMethodDescriptor().getFullMethodName(), false)) {
            return next.startCall(call, headers);
        }
        call.close(Status.PERMISSION_DENIED.withDescription("forbidden"), new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
