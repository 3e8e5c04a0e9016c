package com.socialflow.views;

import java.util.Locale;

/** Why a view does not count. The ordinals are stored: add at the end only. docs/VIEW_RULE.md explains each. */
public enum Reason {
    SHORT,
    BOT_AGENT,
    OWNER,
    IMPOSSIBLE_INTERVALS,
    LATE,
    HIDDEN,
    TOO_FAST,
    ROBOTIC,
    BURST,
    DATA_CENTRE,
    REPLAYED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the documentation write it. */
    public String code() {
        return code;
    }
}
