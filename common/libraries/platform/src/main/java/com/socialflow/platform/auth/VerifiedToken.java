package com.socialflow.platform.auth;

import java.time.Instant;

/** What a token with a good signature says. */
record VerifiedToken(Actor actor, Instant expires) {}
