package com.socialflow.core;

import java.util.OptionalLong;

/** Where a page starts: after the row with this position. Opaque to clients. */
public record Cursor(OptionalLong position) {

    /** Before the first row. */
    public static final Cursor START = new Cursor(OptionalLong.empty());

    /** After the row with this sort key. */
    public static Cursor at(long position) {
        return new Cursor(OptionalLong.of(position));
    }

    /**
     * The cursor that {@link #toString} wrote.
     *
     * @throws Problem 400 {@code bad-cursor} when it did not
     */
    public static Cursor parse(String text) {
        try {
            return at(Ids.parse(text));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("bad-cursor", "the cursor is not one that this list gave");
        }
    }

    /** The position, or one that lies beyond every row in the direction of reading. */
    public long positionOr(long beyond) {
        return position.orElse(beyond);
    }

    @Override
    public String toString() {
        return position.isPresent() ? Ids.format(position.getAsLong()) : "";
    }
}
