package com.socialflow.platform.auth;

import java.util.Set;

/**
 * A person lets a program act in his or her name.
 *
 * @param client the program's id
 * @param scopes what it may do, such as {@code videos:write}
 */
public record Delegation(String client, Set<String> scopes) {

    public Delegation {
        scopes = Set.copyOf(scopes);
    }
}
