package com.socialflow.analytics.job;

import java.io.IOException;

/** How values of one type become bytes and come back: what states, savepoints and messages between tasks hold. */
interface Codec<T> {

    byte[] encode(T value);

    /** Reads what any earlier version of the job wrote. */
    T decode(byte[] bytes) throws IOException;
}
