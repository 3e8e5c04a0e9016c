package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is not to be heard, and is not told.
 *
 * @param position in the list of those whom a person mutes
 * @param until when it ends by itself; null: never
 * @param notifications whether what the person does rings no more either
 */
record Mute(AccountId muted, long position, @Nullable Instant until, boolean notifications) {}
