package com.socialflow.user.audit;

import com.socialflow.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null: whatever it is.
 *
 * @param from not before
 * @param to before
 */
record AuditQuery(
        @Nullable AccountId actor,
        @Nullable String action,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to) {}
