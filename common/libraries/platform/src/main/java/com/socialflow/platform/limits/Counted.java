package com.socialflow.platform.limits;

/** For what a try counts, and how the waits grow there. */
public record Counted(String key, Backoff backoff) {}
