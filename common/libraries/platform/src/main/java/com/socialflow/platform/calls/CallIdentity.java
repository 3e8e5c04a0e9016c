package com.socialflow.platform.calls;

import com.socialflow.platform.monitoring.Traceparent;
import io.grpc.Context;
import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * On whose behalf a call is made, and in which request: what crosses from one service to the next.
 *
 * @param account the person, as an id's 64 bits; null when nobody is signed in
 * @param request the request's id, for logs; null outside a request
 */
public record CallIdentity(@Nullable Long account, @Nullable String request) {

    /** The log context's key of the request id. */
    public static final String REQUEST_ID = "requestId";

    /** The log context's key of the account. */
    public static final String ACCOUNT = "account";

    static final Context.Key<CallIdentity> KEY = Context.key("call-identity");

    private static final Metadata.Key<String> ACCOUNT_HEADER =
            Metadata.Key.of("sf-account", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> REQUEST_HEADER =
            Metadata.Key.of("sf-request", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> TRACE_HEADER =
            Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

    /** Inside a call, that call's; otherwise the request's of this thread. */
    public static CallIdentity current() {
        var called = KEY.get();
        if (called != null) {
            return called;
        }
        var account = MDC.get(ACCOUNT);
        return new CallIdentity(account == null ? null : Long.valueOf(account), MDC.get(REQUEST_ID));
    }

    void write(Metadata headers) {
        if (account != null) {
            headers.put(ACCOUNT_HEADER, account.toString());
        }
        if (request != null) {
            headers.put(REQUEST_HEADER, request);
        }
        var trace = Traceparent.current();
        if (trace != null) {
            headers.put(TRACE_HEADER, trace);
        }
    }

    static CallIdentity read(Metadata headers) {
        var account = headers.get(ACCOUNT_HEADER);
        return new CallIdentity(account == null ? null : Long.valueOf(account), headers.get(REQUEST_HEADER));
    }
}
