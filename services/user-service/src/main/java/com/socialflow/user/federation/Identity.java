package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import java.time.Instant;

/** Who somebody is to another provider. */
record Identity(
        IdentityId id, AccountId account, String provider, String label, Instant createdAt, Instant lastUsedAt) {}
