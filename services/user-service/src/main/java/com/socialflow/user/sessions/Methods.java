package com.socialflow.user.sessions;

import java.util.Set;
import java.util.TreeSet;

/**
 * How somebody proved to be somebody, in the words of RFC 8176 and one of our own. They go into sessions and access
 * tokens ({@code amr}).
 */
public final class Methods {

    public static final String PASSWORD = "pwd";

    /** A code that changes with time. */
    public static final String CODE = "otp";

    /** A code from the list that was given when the second factor was set up. RFC 8176 has no word for it. */
    public static final String RECOVERY_CODE = "recovery-code";

    /** A key that does not leave its device. */
    public static final String HARDWARE_KEY = "hwk";

    /** A key that its owner's devices share. */
    public static final String SOFTWARE_KEY = "swk";

    /** More than one factor. */
    public static final String SEVERAL = "mfa";

    private Methods() {}

    /** All of both, and that they are several. */
    static Set<String> together(Set<String> first, Set<String> second) {
        var all = new TreeSet<>(first);
        all.addAll(second);
        all.add(SEVERAL);
        return all;
    }
}
