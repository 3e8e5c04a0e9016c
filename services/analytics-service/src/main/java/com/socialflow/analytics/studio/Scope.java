package com.socialflow.analytics.studio;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;

/** Of what numbers are wanted. */
sealed interface Scope {

    /** One video. */
    record One(VideoId video, AccountId owner) implements Scope {}

    /** All videos that a person has or had. */
    record Channel(AccountId owner) implements Scope {}
}
