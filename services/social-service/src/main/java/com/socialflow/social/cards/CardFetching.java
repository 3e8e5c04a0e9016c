package com.socialflow.social.cards;

import com.socialflow.core.Problem;
import com.socialflow.platform.fetch.FetchOutcome;
import com.socialflow.platform.fetch.SafeFetch;
import com.socialflow.platform.fetch.Wanted;
import com.socialflow.platform.images.ImageWorkshop;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.platform.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Fetches what links lead to, a few at once and none inside a transaction. */
@Component
class CardFetching {

    private static final Logger log = LoggerFactory.getLogger(CardFetching.class);

    /** At once in this process: one slow server does not hold up all, and nobody is flooded from here. */
    private static final int WORKERS = 4;

    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** A page, its picture and the picture's making take less; after it, another process may try. */
    private static final Duration TURN_MAX = Duration.ofMinutes(2);

    /** Of an address with which processes die. */
    private static final int ATTEMPTS_MAX = 3;

    /** Titles and descriptions stand in the first part of a page. */
    private static final Wanted PAGE = new Wanted(Set.of("text/html", "application/xhtml+xml"), 512 * 1024, true);

    private static final Wanted PICTURE =
            new Wanted(Set.of("image/jpeg", "image/png", "image/webp", "image/gif"), 2 * 1024 * 1024, false);

    private final CardStore store;
    private final CardResults results;
    private final SafeFetch fetch;
    private final StoredImages images;
    private final Clock clock;
    private final List<Round> rounds;

    CardFetching(
            CardStore store,
            CardResults results,
            SafeFetch fetch,
            ImageWorkshop workshop,
            Clock clock,
            Recurring recurring) {
        this.store = store;
        this.results = results;
        this.fetch = fetch;
        this.images = workshop.of("social");
        this.clock = clock;
        this.rounds = IntStream.range(0, WORKERS)
                .mapToObj(worker -> recurring.every(PAUSE, "card-fetch-" + worker, this::work))
                .toList();
    }

    /** Looks for work when the caller's transaction has committed. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rounds.forEach(Round::wake);
            }
        });
    }

    /** One after the other until nothing is due. */
    void work() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var due = store.take(now, now.plus(TURN_MAX));
            if (due.isEmpty()) {
                return;
            }
            fetch(due.get());
        }
    }

    private void fetch(CardStore.Due due) {
        var preview = due.attempts() > ATTEMPTS_MAX ? Optional.<Preview>empty() : preview(due.url());
        var picture = preview.flatMap(Preview::picture).flatMap(this::picture);
        results.settle(due.card(), preview, picture);
    }

    private Optional<Preview> preview(String url) {
        return switch (fetch.get(url, PAGE)) {
            case FetchOutcome.Fetched page -> PreviewReader.read(page);
            case FetchOutcome.Failed(var reason, var detail) -> {
                log.info("no preview of a link: {}, {}", reason, detail);
                yield Optional.empty();
            }
        };
    }

    /** Without its picture a page is still worth showing. */
    private Optional<String> picture(String address) {
        return switch (fetch.get(address, PICTURE)) {
            case FetchOutcome.Failed(var reason, var detail) -> {
                log.info("no picture of a link: {}, {}", reason, detail);
                yield Optional.empty();
            }
            case FetchOutcome.Fetched picture -> {
                try {
                    yield Optional.of(
                            images.store(picture.body(), Cards.PICTURES).name());
                } catch (Problem | StorageException e) {
                    log.info("no picture of a link: {}", e.toString());
                    yield Optional.empty();
                }
            }
        };
    }
}
