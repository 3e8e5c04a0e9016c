package com.socialflow.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import com.socialflow.platform.Roles;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import com.socialflow.proto.user.v1.Profile;
import com.socialflow.testkit.FreePort;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class CallsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(300);

    private final Accounts accounts = new Accounts();
    private CallServer server = new CallServer(List.of(accounts), List.of(), new CallSettings("", Map.of(), DEADLINE));

    /** Answers what the test says. */
    private static final class Accounts extends AccountsGrpc.AccountsImplBase {

        private Supplier<String> username = () -> "alice";

        @Override
        public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
            answer.onNext(GetProfilesResponse.newBuilder()
                    .addProfile(Profile.newBuilder().setUsername(username.get()))
                    .build());
            answer.onCompleted();
        }
    }

    @AfterEach
    void stop() {
        server.stop();
        MDC.clear();
    }

    @Test
    void carriesThePersonAndTheRequest() throws InterruptedException {
        accounts.username = () -> "%s in %s"
                .formatted(
                        CallIdentity.current().account(), CallIdentity.current().request());
        MDC.put(CallIdentity.ACCOUNT, "42");
        MDC.put(CallIdentity.REQUEST_ID, "r-1");

        assertThat(username(Set.of("user"), Map.of())).isEqualTo("42 in r-1");
    }

    @Test
    void crossesProcessesByAddress() throws IOException, InterruptedException {
        var port = FreePort.next();
        server =
                new CallServer(List.of(accounts), List.of(), new CallSettings("127.0.0.1:" + port, Map.of(), DEADLINE));

        assertThat(username(Set.of("video"), Map.of("user", "127.0.0.1:" + port)))
                .isEqualTo("alice");
    }

    @Test
    void endsAtItsDeadline() {
        var never = new CountDownLatch(1);
        accounts.username = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "late";
        };

        assertThatThrownBy(() -> username(Set.of("user"), Map.of(), SOON))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        never.countDown();
    }

    @Test
    void isRefusedInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> username(Set.of("user"), Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before or after the transaction");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void tellsTheCallerWhatAProblemWas() {
        accounts.username = () -> {
            throw Problem.notFound("account");
        };

        assertThatThrownBy(() -> username(Set.of("user"), Map.of()))
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
                    assertThat(e.getStatus().getDescription()).isEqualTo("account-not-found");
                });
    }

    @Test
    void saysWhichKeyIsMissingWhenAServiceIsNowhere() {
        assertThatThrownBy(() -> username(Set.of("video"), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("socialflow.calls.address.user");
    }

    private String username(Set<String> roles, Map<String, String> addresses) throws InterruptedException {
        return username(roles, addresses, DEADLINE);
    }

    private String username(Set<String> roles, Map<String, String> addresses, Duration deadline)
            throws InterruptedException {
        server.start();
        try (var calls = new Calls(new Roles(roles), new CallSettings("", addresses, deadline), server)) {
            return calls.stub(AccountsGrpc::newBlockingStub, "user")
                    .getProfiles(GetProfilesRequest.getDefaultInstance())
                    .getProfile(0)
                    .getUsername();
        }
    }
}
