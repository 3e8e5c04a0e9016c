package com.socialflow.viewcount.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Agents by their header, each read once: a few hundred of them make nearly all requests. */
@Component
class Agents {

    /** Longer ones are cut: what counts stands at the beginning. */
    private static final int HEADER_MAX = 512;

    /** About 6 MB. */
    private static final int KEPT_MAX = 10_000;

    private final Cache<String, Read> kept =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).build();

    /**
     * An agent, and what tells it from others.
     *
     * @param hash 0: there was no header
     */
    record Read(Agent agent, long hash) {

        static final Read NOTHING = new Read(Agent.UNKNOWN, 0);
    }

    /** Of a header as it came, which may be empty. */
    Read of(String header) {
        if (header.isBlank()) {
            return Read.NOTHING;
        }
        return kept.get(header.length() > HEADER_MAX ? header.substring(0, HEADER_MAX) : header, Agents::read);
    }

    private static Read read(String header) {
        // Not of a person: many have the same, so that it needs no salt.
        return new Read(Agent.of(header), Hash.of(new byte[0], header.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
