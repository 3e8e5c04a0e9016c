package com.socialflow.views;

/** On what kind of device a play happened. The order is that of the numbers in the log. */
public enum Device {
    UNKNOWN,
    DESKTOP,
    PHONE,
    TABLET,
    TV,
    CONSOLE
}
