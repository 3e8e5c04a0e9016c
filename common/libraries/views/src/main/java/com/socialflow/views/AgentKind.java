package com.socialflow.views;

/** What a program says it is. The order is that of the numbers in the log. */
public enum AgentKind {
    UNKNOWN,
    BROWSER,
    APP,
    /** Says itself that no person is behind it: crawlers, previews, monitors, headless browsers. */
    BOT
}
