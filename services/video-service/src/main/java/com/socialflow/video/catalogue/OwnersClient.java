package com.socialflow.video.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The public faces of owners, asked of the user service in one call a page and kept for a short while. */
@Component
class OwnersClient {

    private static final Logger log = LoggerFactory.getLogger(OwnersClient.class);

    /** A new name shows everywhere within this time. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** About 2 MB. */
    private static final int KEPT_MAX = 10_000;

    /** After a failed call nobody waits for another deadline until this time is over. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Calls calls;
    private final Clock clock;
    private final Cache<AccountId, Owner> owners =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();
    private volatile Instant quietUntil = Instant.MIN;

    OwnersClient(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    Owner find(AccountId account) {
        var kept = owners.getIfPresent(account);
        return kept != null ? kept : find(Set.of(account)).getOrDefault(account, Owner.unknown(account));
    }

    /** At most 200 owners, each of them in the answer. */
    Map<AccountId, Owner> find(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Owner>(owners.getAllPresent(accounts));
        var missing = accounts.stream().filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            found.putAll(ask(missing));
        }
        return found;
    }

    private Map<AccountId, Owner> ask(Set<AccountId> missing) {
        var answer = new HashMap<AccountId, Owner>();
        missing.forEach(id -> answer.put(id, Owner.unknown(id)));
        if (clock.instant().isBefore(quietUntil)) {
            return answer;
        }
        try {
            var request = GetProfilesRequest.newBuilder();
            missing.forEach(id -> request.addAccount(id.value()));
            calls.stub(AccountsGrpc::newBlockingStub, "user")
                    .getProfiles(request.build())
                    .getProfileList()
                    .forEach(profile -> {
                        var id = new AccountId(profile.getAccount());
                        answer.put(id, new Owner(id, profile.getUsername(), profile.getDisplayName()));
                    });
            owners.putAll(answer);
        } catch (StatusRuntimeException e) {
            quietUntil = clock.instant().plus(QUIET);
            log.warn("the user service does not answer, owners are shown by id: {}", e.getStatus());
        }
        return answer;
    }
}
