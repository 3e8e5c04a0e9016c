package com.socialflow.platform.policy;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.Program;
import com.socialflow.platform.policy.cedar.Entity;
import com.socialflow.platform.policy.cedar.Uid;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who asks, as policies see it: a {@code Person}, a {@code Program} or {@code Anonymous}, with roles. */
final class Principals {

    private static final String ROLES = "roles";

    private static final String PROGRAM = "Program";

    /** Everybody who is signed in may publish; to take that from all is to take the role from here. */
    private static final String EVERYBODYS_ROLE = "creator";

    private static final String SERVICE = "service";

    /** Sets of roles remembered: there are six roles, and few combinations of them. */
    private static final int COMBINATIONS_MAX = 256;

    private final RoleTree tree;
    private final Entity anonymous;
    private final Entity service;
    private final Map<Set<String>, Known> known = new ConcurrentHashMap<>();

    /** What everybody with a set of roles has in common. */
    private record Known(Map<String, Object> attributes, Set<Uid> ancestors) {}

    Principals(RoleTree tree) {
        this.tree = tree;
        this.anonymous = new Entity(new Uid("Anonymous", "anonymous"), Map.of(ROLES, Set.of()), Set.of());
        this.service =
                new Entity(new Uid(PROGRAM, SERVICE), Map.of(ROLES, Set.of(SERVICE)), tree.with(Set.of(SERVICE)));
    }

    static Uid uid(AccountId person) {
        return new Uid("Person", person.toString());
    }

    Entity of(@Nullable Actor actor) {
        if (actor == null) {
            return anonymous;
        }
        var roles = known.get(actor.roles());
        if (roles == null) {
            roles = know(actor.roles());
        }
        return new Entity(uid(actor.account()), roles.attributes(), roles.ancestors());
    }

    /** Somebody's program that acts for itself: its scopes are in the context, and it has no role. */
    Entity of(Program program) {
        return new Entity(new Uid(PROGRAM, program.client()), Map.of(ROLES, Set.of()), Set.of());
    }

    /** Another service of this installation, which makes a call. */
    Entity service() {
        return service;
    }

    private Known know(Set<String> roles) {
        var all = new HashSet<>(roles);
        all.add(EVERYBODYS_ROLE);
        var made = new Known(Map.of(ROLES, roles), tree.with(all));
        if (known.size() < COMBINATIONS_MAX) {
            known.put(roles, made);
        }
        return made;
    }
}
