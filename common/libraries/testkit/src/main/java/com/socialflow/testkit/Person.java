package com.socialflow.testkit;

import com.socialflow.core.AccountId;
import java.util.function.Supplier;

/** Somebody who is signed in. The token is a new one each time, since the clock moves. */
public record Person(AccountId account, Supplier<String> token) {}
