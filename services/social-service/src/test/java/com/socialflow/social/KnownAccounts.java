package com.socialflow.social;

import com.socialflow.core.AccountId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.AccountsGrpc.AccountsImplBase;
import com.socialflow.proto.user.v1.FindProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import com.socialflow.proto.user.v1.Profile;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers for the user service, or refuses to. */
public class KnownAccounts extends AccountsImplBase {

    private final Map<Long, Profile> profiles = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean away;

    void register(AccountId account, String name) {
        put(Profile.newBuilder()
                .setAccount(account.value())
                .setUsername(name + account)
                .setDisplayName(name)
                .build());
    }

    /** What the user service will say of this person from now on. */
    public void put(Profile profile) {
        profiles.put(profile.getAccount(), profile);
    }

    /** From now on every call fails, or none. */
    public void away(boolean now) {
        away = now;
    }

    public int calls() {
        return calls.get();
    }

    @Permit("profile.find")
    @Override
    public void findProfiles(FindProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        calls.incrementAndGet();
        if (away) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        var found = GetProfilesResponse.newBuilder();
        profiles.values().stream()
                .filter(profile ->
                        request.getUsernameList().contains(profile.getUsername().toLowerCase(Locale.ROOT)))
                .forEach(found::addProfile);
        answer.onNext(found.build());
        answer.onCompleted();
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
