package com.socialflow.social.words;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.social.people.PeopleLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people choose not to read. */
@Component
class OwnWords {

    /** Of one person: a page of them, which is looked through with every post. */
    static final int WORDS_MAX = 100;

    private final HiddenWordStore store;
    private final HiddenWords matchers;
    private final PeopleLocks locks;
    private final Ids ids;
    private final Clock clock;

    OwnWords(HiddenWordStore store, HiddenWords matchers, PeopleLocks locks, Ids ids, Clock clock) {
        this.store = store;
        this.matchers = matchers;
        this.locks = locks;
        this.ids = ids;
        this.clock = clock;
    }

    List<HiddenWord> of(AccountId account) {
        return store.of(account, clock.instant());
    }

    /**
     * Hides a word from now on.
     *
     * @param text acceptable, and something when folded
     * @param length null: until it is taken back
     */
    @Transactional
    AddOutcome add(AccountId account, String text, boolean whole, WordAction action, @Nullable Duration length) {
        locks.hold(List.of(account));
        var now = clock.instant();
        store.deleteExpired(account, now);
        if (store.of(account, now).size() >= WORDS_MAX) {
            return new AddOutcome.Full();
        }
        Instant expires = length == null ? null : now.plus(length);
        var word = new HiddenWord(new HiddenWordId(ids.next()), text, Folding.fold(text), whole, action, expires);
        if (!store.insert(account, word)) {
            return new AddOutcome.Known();
        }
        return new AddOutcome.Added(word);
    }

    /** Whether the person had it. */
    @Transactional
    boolean remove(AccountId account, HiddenWordId id) {
        return store.delete(account, id);
    }

    /** After the change is committed: what is read before would be remembered as it was. */
    void changed(AccountId account) {
        matchers.changed(account);
    }

    sealed interface AddOutcome {
        record Added(HiddenWord word) implements AddOutcome {}

        record Known() implements AddOutcome {}

        record Full() implements AddOutcome {}
    }
}
