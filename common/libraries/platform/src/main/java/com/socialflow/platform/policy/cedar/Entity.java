package com.socialflow.platform.policy.cedar;

import java.util.Map;
import java.util.Set;

/**
 * Somebody or something that a request is about.
 *
 * @param attributes values are {@code Long}, {@code String}, {@code Boolean}, {@link Uid}, {@code Set} and {@code Map}
 *     of such; unchanged from now on
 * @param ancestors everything that it is in, however far up
 */
public record Entity(Uid uid, Map<String, Object> attributes, Set<Uid> ancestors) {

    /** Something of which nothing more is known. */
    public static Entity of(String type, String id) {
        return new Entity(new Uid(type, id), Map.of(), Set.of());
    }
}
