package com.socialflow.social.live;

import static com.socialflow.core.Require.require;

import java.util.regex.Pattern;

/**
 * Something that people are told while they look.
 *
 * @param name which kind, such as {@code notification}
 * @param data what clients get, as JSON
 */
public record LiveEvent(String name, Object data) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");

    public LiveEvent {
        require(NAME.matcher(name).matches(), "a live event has a kebab-case name");
    }
}
