package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import java.time.Instant;

/** Somebody who waits for approval, and why he or she wants in. */
record Approval(AccountId account, String username, String reason, Instant createdAt) {}
