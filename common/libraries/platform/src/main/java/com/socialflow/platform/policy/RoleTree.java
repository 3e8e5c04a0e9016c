package com.socialflow.platform.policy;

import com.socialflow.platform.policy.cedar.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Which roles contain which, as {@code policy/roles.json} says: a list of entities as Cedar writes it. */
final class RoleTree {

    private static final String ROLE = "Role";

    private final Map<String, Set<String>> parents = new HashMap<>();

    RoleTree(InputStream roles) throws IOException {
        for (var role : new JsonMapper().readTree(roles)) {
            var above = new HashSet<String>();
            role.path("parents").forEach(parent -> above.add(parent.path("id").asString()));
            parents.put(role.path("uid").path("id").asString(), Set.copyOf(above));
        }
    }

    /** These roles and all that they contain. */
    Set<Uid> with(Set<String> roles) {
        var found = new HashSet<Uid>();
        roles.forEach(role -> add(role, found));
        return Set.copyOf(found);
    }

    private void add(String role, Set<Uid> found) {
        if (found.add(new Uid(ROLE, role))) {
            parents.getOrDefault(role, Set.of()).forEach(parent -> add(parent, found));
        }
    }
}
