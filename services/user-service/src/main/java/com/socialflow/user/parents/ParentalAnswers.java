package com.socialflow.user.parents;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.ChildRegistrations;
import com.socialflow.user.accounts.ChildRegistrations.Prepared;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A parent's yes. It came by email, so a second letter follows after a while, with the way to take it back (16 CFR
 * 312.5 (b)(2)(vi), "email plus"): data of these children are for use here alone.
 */
@Component
class ParentalAnswers {

    private final ParentalStore store;
    private final ParentalTokens tokens;
    private final ChildRegistrations children;
    private final Parents parents;
    private final ParentalLetters letters;
    private final ParentalRecord record;

    ParentalAnswers(
            ParentalStore store,
            ParentalTokens tokens,
            ChildRegistrations children,
            Parents parents,
            ParentalLetters letters,
            ParentalRecord record) {
        this.store = store;
        this.tokens = tokens;
        this.children = children;
        this.parents = parents;
        this.letters = letters;
        this.record = record;
    }

    /** What an answer led to. */
    sealed interface AnswerOutcome {
        record Made(AccountId child) implements AnswerOutcome {}

        record UsernameTaken() implements AnswerOutcome {}

        /** No letter waits for this answer. */
        record Unknown() implements AnswerOutcome {}
    }

    /** Makes the child's account, and remembers who agreed to it. The token is used up. */
    @Transactional
    AnswerOutcome agree(String token, String name, String address, Prepared prepared) {
        var hash = tokens.hash(token);
        if (!store.lockRequest(hash, record.now())) {
            return new AnswerOutcome.Unknown();
        }
        var child = children.register(prepared).orElse(null);
        if (child == null) {
            return new AnswerOutcome.UsernameTaken();
        }
        var parent = new Parent(name, address, tokens.secret());
        store.insert(record.of(
                child, parents.close(child, parent), tokens.addressHash(address), tokens.hash(parent.revocation())));
        store.deleteRequest(hash);
        record.audit("parental-consent.complete", child);
        letters.confirmed(store.child(child), parent);
        return new AnswerOutcome.Made(child);
    }
}
