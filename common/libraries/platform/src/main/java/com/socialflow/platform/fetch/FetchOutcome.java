package com.socialflow.platform.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What came of asking. */
public sealed interface FetchOutcome {

    /**
     * Something came.
     *
     * @param address where it was in the end
     * @param mediaType in lower case, without parameters
     * @param charset as the server says it; null: it does not, or one that is not known
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares what came
    record Fetched(URI address, String mediaType, @Nullable Charset charset, byte[] body) implements FetchOutcome {}

    /**
     * Nothing that was wanted came.
     *
     * @param detail for the log
     */
    record Failed(Reason reason, String detail) implements FetchOutcome {}

    /** Why not. */
    enum Reason {
        /** It may not be asked: no address of the web, another port, or not a public host. */
        FORBIDDEN,
        /** There is no such host, it does not answer, or it answers with what is no HTTP. */
        UNREACHABLE,
        TOO_SLOW,
        /** Not 200. */
        STATUS,
        TOO_MANY_REDIRECTS,
        /** Of another type, or packed in an unknown way. */
        TYPE,
        TOO_LARGE
    }
}
