package com.socialflow.viewcount.clients;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.FindOptOutRequest;
import com.socialflow.proto.user.v1.PrivacyGrpc;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the user service. */
@Component
class OptOutsClient {

    /** After a failed call nobody waits for another deadline until this time is over. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(OptOutsClient.class);

    private final Calls calls;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    OptOutsClient(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Whether the person opted out; empty while the service is away. */
    Optional<Boolean> find(AccountId account) {
        if (clock.instant().isBefore(quietUntil)) {
            return Optional.empty();
        }
        try {
            var request =
                    FindOptOutRequest.newBuilder().setAccount(account.value()).build();
            return Optional.of(calls.stub(PrivacyGrpc::newBlockingStub, "user")
                    .findOptOut(request)
                    .getOptedOut());
        } catch (StatusRuntimeException e) {
            quietUntil = clock.instant().plus(QUIET);
            log.warn("the user service does not answer, views stay without accounts: {}", e.getStatus());
            return Optional.empty();
        }
    }
}
