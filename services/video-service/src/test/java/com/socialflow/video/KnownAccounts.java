package com.socialflow.video;

import com.socialflow.core.AccountId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.AccountsGrpc.AccountsImplBase;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import com.socialflow.proto.user.v1.Profile;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers for the user service, or refuses to. */
public class KnownAccounts extends AccountsImplBase {

    private final Map<Long, Profile> profiles = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean away;

    void register(AccountId account, String name) {
        profiles.put(
                account.value(),
                Profile.newBuilder()
                        .setAccount(account.value())
                        .setUsername(name + account)
                        .setDisplayName(name)
                        .build());
    }

    /** From now on every call fails, or none. */
    public void away(boolean now) {
        away = now;
    }

    public int calls() {
        return calls.get();
    }

    @Permit("profile.list")
    @Override
    public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        calls.incrementAndGet();
        if (away) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        var found = GetProfilesResponse.newBuilder();
        for (var account : request.getAccountList()) {
            var profile = profiles.get(account);
            if (profile != null) {
                found.addProfile(profile);
            }
        }
        answer.onNext(found.build());
        answer.onCompleted();
    }
}
