package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.util.HashSet;
import java.util.Set;

/** What ties are, as simply as it can be said. */
final class GraphModel {

    record Tie(AccountId from, AccountId to) {}

    final Set<Tie> follows = new HashSet<>();
    final Set<Tie> requests = new HashSet<>();
    final Set<Tie> blocks = new HashSet<>();
    final Set<AccountId> shy = new HashSet<>();

    void follow(AccountId from, AccountId to) {
        var tie = new Tie(from, to);
        var apart = blocks.contains(tie) || blocks.contains(new Tie(to, from));
        if (!from.equals(to) && !apart && !follows.contains(tie)) {
            (shy.contains(to) ? requests : follows).add(tie);
        }
    }

    void unfollow(AccountId from, AccountId to) {
        follows.remove(new Tie(from, to));
        requests.remove(new Tie(from, to));
    }

    void accept(AccountId from, AccountId to) {
        if (requests.remove(new Tie(from, to))) {
            follows.add(new Tie(from, to));
        }
    }

    void reject(AccountId from, AccountId to) {
        requests.remove(new Tie(from, to));
    }

    void block(AccountId from, AccountId to) {
        if (!from.equals(to)) {
            blocks.add(new Tie(from, to));
            unfollow(from, to);
            unfollow(to, from);
        }
    }

    void unblock(AccountId from, AccountId to) {
        blocks.remove(new Tie(from, to));
    }

    void open(AccountId account) {
        shy.remove(account);
        Set.copyOf(requests).stream()
                .filter(tie -> tie.to().equals(account))
                .forEach(tie -> accept(tie.from(), account));
    }
}
