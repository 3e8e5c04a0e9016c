package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the viewer stands to one other, as pages show it. Whether the other blocks the viewer, nobody learns here.
 *
 * @param requested whether the viewer waits to be let in
 * @param mutedUntil when that ends by itself; null: never, or not muted
 */
record Relation(
        AccountId account,
        boolean following,
        boolean requested,
        boolean followedBy,
        boolean blocked,
        boolean muted,
        @Nullable Instant mutedUntil,
        boolean bell,
        boolean reposts) {}
