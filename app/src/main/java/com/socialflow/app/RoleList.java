package com.socialflow.app;

import com.socialflow.platform.Roles;
import java.util.List;
import java.util.TreeSet;

/** Reads {@code socialflow.roles}: names and commas; {@code all}; {@code -name} leaves one out. */
final class RoleList {

    private static final String ALL = "all";

    private RoleList() {}

    /**
     * The roles of {@code all,-workers} are every one but the workers.
     *
     * @throws StartFailure.Refusal when a name is none, or nothing is left
     */
    static Roles parse(String list) {
        var chosen = new TreeSet<String>();
        for (var name : List.of(list.split(",", -1))) {
            var removed = name.startsWith("-");
            var role = removed ? name.substring(1) : name;
            if (role.equals(ALL) && !removed) {
                chosen.addAll(Roles.ALL);
            } else if (!Roles.ALL.contains(role)) {
                throw new StartFailure.Refusal("there is no role '%s': roles are all, %s"
                        .formatted(role, String.join(", ", new TreeSet<>(Roles.ALL))));
            } else if (removed) {
                chosen.remove(role);
            } else {
                chosen.add(role);
            }
        }
        if (chosen.isEmpty()) {
            throw new StartFailure.Refusal("the roles '%s' leave nothing to do".formatted(list));
        }
        return new Roles(chosen);
    }
}
