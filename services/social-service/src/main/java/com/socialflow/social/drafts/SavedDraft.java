package com.socialflow.social.drafts;

import com.socialflow.core.AccountId;
import java.time.Instant;

/**
 * A post that its author has not finished.
 *
 * @param content as the composer sent it, as JSON
 */
record SavedDraft(DraftId id, AccountId owner, String content, Instant createdAt, Instant updatedAt) {}
