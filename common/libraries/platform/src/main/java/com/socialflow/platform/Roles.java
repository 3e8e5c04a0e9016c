package com.socialflow.platform;

import java.util.Set;

/** The parts of the program that run in this process, such as {@code video} and {@code workers}. */
public record Roles(Set<String> names) {

    /** Every role that there is. */
    public static final Set<String> ALL = Set.of("user", "video", "social", "view-count", "analytics", "workers");

    public Roles {
        names = Set.copyOf(names);
    }

    /** Whether this process plays the role. */
    public boolean has(String role) {
        return names.contains(role);
    }
}
