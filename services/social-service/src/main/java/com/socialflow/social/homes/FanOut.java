package com.socialflow.social.homes;

import com.socialflow.core.AccountId;
import com.socialflow.social.homes.FollowerStore.Follower;
import com.socialflow.social.homes.Homes.Delivery;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.springframework.stereotype.Component;

/**
 * Brings posts and reposts to the home timelines of followers. Authors take turns, a thousand followers each, so that
 * one with many followers or much to say keeps nobody waiting for long; what is beyond that is not brought but fetched.
 */
@Component
class FanOut {

    /** Homes of one script, and of one turn: a millisecond of Redis. */
    static final int TURN_MAX = 1_000;

    /** Entries of one author that are brought together: followers are read once for them. */
    private static final int TOGETHER_MAX = 20;

    /** Scripts under way at once: Redis works while the next followers are read. */
    private static final int UNDER_WAY_MAX = 4;

    private final FollowerStore followers;
    private final Homes homes;
    private final PulledAuthors pulled;
    private final LiveHomes live;

    FanOut(FollowerStore followers, Homes homes, PulledAuthors pulled, LiveHomes live) {
        this.followers = followers;
        this.homes = homes;
        this.pulled = pulled;
        this.live = live;
    }

    /** One author's deliveries in their order, and how far the first of them has come. */
    private static final class Turns {

        private final AccountId author;
        private final Deque<Delivered> waiting = new ArrayDeque<>();
        private long before = Long.MAX_VALUE;

        Turns(AccountId author) {
            this.author = author;
        }

        void add(Delivered next) {
            var last = waiting.peekLast();
            if (last != null
                    && last.answered().equals(next.answered())
                    && last.entries().size() + next.entries().size() <= TOGETHER_MAX) {
                waiting.removeLast();
                waiting.add(last.with(next.entries()));
            } else {
                waiting.add(next);
            }
        }
    }

    private record UnderWay(Delivery delivery, List<AccountId> readers, List<HomeEntry> news) {}

    /** Returns when everything is there. Anything may be delivered again. */
    void deliver(List<Delivered> all) {
        var authors = new LinkedHashMap<AccountId, Turns>();
        var fetched = pulled.among(all.stream().map(Delivered::by).distinct().toList());
        for (var one : all) {
            if (!fetched.contains(one.by())) {
                authors.computeIfAbsent(one.by(), Turns::new).add(one);
            }
        }
        takeTurns(authors.values(), true);
    }

    /** Brings to all followers what they had to fetch until now, however many there are. */
    void catchUp(AccountId author, List<HomeEntry> entries) {
        var turns = new Turns(author);
        turns.add(new Delivered(author, entries, Optional.empty()));
        takeTurns(List.of(turns), false);
    }

    private void takeTurns(Collection<Turns> authors, boolean news) {
        var underWay = new ArrayDeque<UnderWay>();
        var round = new ArrayDeque<>(authors);
        while (!round.isEmpty()) {
            var author = round.remove();
            if (news && pulled.isBeyond(author.author)) {
                continue;
            }
            if (turn(author, underWay, news)) {
                round.add(author);
            }
            while (underWay.size() >= UNDER_WAY_MAX) {
                finish(underWay.remove());
            }
        }
        underWay.forEach(this::finish);
    }

    /** Starts the next deliveries; gives whether there are more. */
    private boolean turn(Turns turns, Queue<UnderWay> underWay, boolean news) {
        var next = turns.waiting.element();
        var page = page(next, turns.before);
        if (!page.isEmpty()) {
            var readers = page.stream().map(Follower::account).toList();
            var delivery = homes.add(readers, next.entries());
            underWay.add(new UnderWay(delivery, readers, news ? next.entries() : List.of()));
            if (news) {
                pulled.count(next.by(), readers.size() * next.entries().size());
            }
        }
        if (page.size() == TURN_MAX) {
            turns.before = page.getLast().position();
            return true;
        }
        turns.waiting.remove();
        turns.before = Long.MAX_VALUE;
        return !turns.waiting.isEmpty();
    }

    private List<Follower> page(Delivered next, long before) {
        return next.answered()
                .map(other -> followers.forAnswers(next.by(), other, before, TURN_MAX))
                .orElseGet(() -> followers.all(next.by(), before, TURN_MAX));
    }

    private void finish(UnderWay one) {
        one.delivery().await();
        live.tell(one.readers(), one.news());
    }
}
