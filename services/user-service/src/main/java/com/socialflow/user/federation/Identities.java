package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.user.accounts.Accounts;
import com.socialflow.user.accounts.WaysIn;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who people are to other providers. No address makes somebody the owner of an account, only the account's owner. */
@Component
public class Identities {

    /** Of an account: more providers than anybody has. */
    static final int IDENTITIES_MAX = 10;

    private final IdentityStore store;
    private final Accounts accounts;
    private final WaysIn ways;
    private final IdentityNews news;
    private final Ids ids;
    private final Clock clock;

    Identities(IdentityStore store, Accounts accounts, WaysIn ways, IdentityNews news, Ids ids, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.ways = ways;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a wish to be known by a provider led to. */
    enum LinkOutcome {
        LINKED,
        /** Somebody else here is this person there. */
        TAKEN,
        TOO_MANY,
        GONE
    }

    /** What a wish not to be known by one any more led to. */
    enum UnlinkOutcome {
        UNLINKED,
        ABSENT,
        /** Nobody could sign in any more. */
        LAST_WAY
    }

    /** Whose account it is that signs in in this way. */
    Optional<AccountId> owner(Subject subject) {
        return store.find(subject.issuer(), subject.value()).map(Identity::account);
    }

    List<Identity> of(AccountId account) {
        return store.of(account);
    }

    /** The person of the account can sign in through the provider too. To want it twice changes nothing. */
    @Transactional
    LinkOutcome link(AccountId id, String provider, Subject subject) {
        var account = accounts.findForUpdate(id).orElse(null);
        if (account == null) {
            return LinkOutcome.GONE;
        }
        var known = store.find(subject.issuer(), subject.value());
        if (known.isPresent()) {
            return known.get().account().equals(id) ? LinkOutcome.LINKED : LinkOutcome.TAKEN;
        }
        if (store.of(id).size() >= IDENTITIES_MAX) {
            return LinkOutcome.TOO_MANY;
        }
        if (!add(id, provider, subject)) {
            return LinkOutcome.TAKEN;
        }
        news.linked(account, provider);
        return LinkOutcome.LINKED;
    }

    /** Adds an identity; false when somebody has it. */
    boolean add(AccountId id, String provider, Subject subject) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.insert(new Identity(new IdentityId(ids.next()), id, provider, subject.label(), now, now), subject);
    }

    /** The person signs in through the provider no more, if there is another way. */
    @Transactional
    UnlinkOutcome unlink(AccountId account, IdentityId id) {
        // Locked: two of the last two ways could go at the same moment.
        if (accounts.findForUpdate(account).isEmpty()) {
            return UnlinkOutcome.ABSENT;
        }
        var identity = store.of(account).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (identity == null) {
            return UnlinkOutcome.ABSENT;
        }
        if (ways.count(account) <= 1) {
            return UnlinkOutcome.LAST_WAY;
        }
        store.delete(id);
        news.unlinked(account, identity.provider());
        return UnlinkOutcome.UNLINKED;
    }

    /** Takes a provider's answer; false when it was taken before. */
    @Transactional
    boolean take(byte[] stateHash, Duration attemptMax) {
        var now = clock.instant();
        return store.take(stateHash, now, now.minus(attemptMax.multipliedBy(2)));
    }

    /** The identity was of use. */
    void used(Subject subject) {
        store.find(subject.issuer(), subject.value()).ifPresent(identity -> store.used(identity.id(), clock.instant()));
    }
}
