package com.socialflow.core;

/**
 * A typed, time-ordered id. In JSON, in paths and in logs it is its {@link #toString}: 13 characters.
 *
 * <p>Each kind of thing has its own record with a static {@code parse(String)}.
 */
public interface Id {

    /** The 64 bits that the database keeps. */
    long value();
}
