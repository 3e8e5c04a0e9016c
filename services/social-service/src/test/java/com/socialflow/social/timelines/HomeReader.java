package com.socialflow.social.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.views.EntryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody with a home page open: reads on at its end, looks for news at its top, and keeps what was shown. */
final class HomeReader {

    private final AccountId account;
    private final HomeTimeline home;
    private final NavigableMap<Long, EntryView> shown = new TreeMap<>(Comparator.reverseOrder());
    private @Nullable Cursor cursor;
    private @Nullable Long newest;

    HomeReader(AccountId account, HomeTimeline home) {
        this.account = account;
        this.home = home;
    }

    AccountId account() {
        return account;
    }

    boolean hasBegun() {
        return newest != null;
    }

    boolean isAtEnd() {
        return hasBegun() && cursor == null;
    }

    /** Opens the page anew. */
    void open(int limit) {
        shown.clear();
        var page = page(new Asked(limit, Cursor.START, Cursor.START));
        newest = page.newest();
        page.page().items().forEach(item -> assertThat(keep(item)).isTrue());
        cursor = page.page().next().orElse(null);
    }

    /** Reads on below; everything there is new. */
    void readOn(int limit) {
        var page = page(new Asked(limit, java.util.Objects.requireNonNull(cursor), Cursor.START));
        for (var item : page.page().items()) {
            assertThat(position(item)).as("below the cursor").isLessThan(cursor.positionOr(Long.MAX_VALUE));
            keep(item);
        }
        cursor = page.page().next().orElse(null);
    }

    /** Looks for what came since; some of it is known. */
    void refresh(int limit) {
        var since = Cursor.at(java.util.Objects.requireNonNull(newest));
        var first = page(new Asked(limit, Cursor.START, since));
        newest = first.newest();
        Optional<Cursor> next = keepAll(first.page());
        while (next.isPresent()) {
            next = keepAll(page(new Asked(limit, next.get(), since)).page());
        }
    }

    private Optional<Cursor> keepAll(Page<EntryView> page) {
        page.items().forEach(this::keep);
        return page.next();
    }

    private boolean keep(EntryView item) {
        return shown.put(position(item), item) == null;
    }

    /** The positions of what is on the page, from the top down. */
    List<Long> positions() {
        return List.copyOf(shown.keySet());
    }

    private TimelinePage page(Asked asked) {
        var page = home.page(new Actor(account, "session", Set.of(), Instant.EPOCH, null), asked);
        var positions = page.page().items().stream().map(HomeReader::position).toList();
        assertThat(page.page().items()).hasSizeLessThanOrEqualTo(asked.limit());
        var sorted = new ArrayList<>(positions);
        sorted.sort(Comparator.reverseOrder());
        assertThat(positions).as("in order").isEqualTo(sorted).doesNotHaveDuplicates();
        return page;
    }

    private static long position(EntryView item) {
        return Ids.parse(item.position());
    }
}
