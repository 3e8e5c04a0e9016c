package com.socialflow.views;

/** Why a player told of a part. The order is that of the numbers in the log. */
public enum Event {
    UNKNOWN,
    START,
    PROGRESS,
    PAUSE,
    END,
    EXIT
}
