package com.socialflow.user.erasure;

import static com.socialflow.core.Require.require;

import java.time.Instant;

/** Somebody's wish to be erased. */
public record Departure(Instant requestedAt, Instant erasesAt) {

    public Departure {
        require(!erasesAt.isBefore(requestedAt), "nobody is erased before asking for it");
    }
}
