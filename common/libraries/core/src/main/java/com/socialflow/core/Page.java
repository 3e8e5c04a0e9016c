package com.socialflow.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list and where the next one starts; no next cursor at the end. */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from a query that asked for one row more than the limit: the extra row proves a next page.
     *
     * @param rows at most {@code limit + 1} rows in order
     * @param position the sort key of a row
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Long> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(Cursor.at(position.apply(items.getLast()))));
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<R>(items.stream().<R>map(change).toList(), next);
    }
}
