package com.socialflow.platform.policy;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.Program;
import com.socialflow.platform.policy.cedar.Decision;
import com.socialflow.platform.policy.cedar.Entity;
import com.socialflow.platform.policy.cedar.PolicySet;
import com.socialflow.platform.policy.cedar.Request;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * May somebody do something? What no policy permits is refused.
 *
 * <p>Asked twice of a thing that has an owner: at the edge with a {@code Route} as its resource, when nothing is known
 * but who asks, and by its use case with the thing itself.
 */
public final class Permits {

    /** What the edge asks about: the API as such, before anything is looked up. */
    private static final Entity ROUTE = Entity.of("Route", "api");

    /** Whoever proved nothing proved it longer ago than any policy allows. */
    private static final Map<String, Object> OF_NOBODY = context(Long.MAX_VALUE, false, Set.of());

    private final PolicySet policies;
    private final Principals principals;
    private final Clock clock;

    Permits(PolicySet policies, Principals principals, Clock clock) {
        this.policies = policies;
        this.principals = principals;
        this.clock = clock;
    }

    /** Every action that a policy names. */
    public Set<String> actions() {
        return policies.actions();
    }

    /**
     * Nothing when the person may do that to the thing.
     *
     * @throws Problem 403 {@code forbidden}, or the code of the policy that forbids it
     */
    public void require(Actor actor, String action, Resource resource) {
        refuse(decide(actor, action, resource.entity()), false);
    }

    /** Whether the person, or anyone when empty, may do that to the thing. */
    public boolean allows(Optional<Actor> actor, String action, Resource resource) {
        return decide(actor.orElse(null), action, resource.entity()) instanceof Decision.Permitted;
    }

    /**
     * Nothing when whoever makes a request may go on.
     *
     * @throws Problem 401 {@code authentication-required}, 403 otherwise
     */
    void atEdge(@Nullable Actor actor, Requirement requirement) {
        var delegation = actor == null ? null : actor.delegation();
        if (delegation != null && !requirement.within(delegation.scopes())) {
            throw Refusals.scope(requirement);
        }
        refuse(decide(actor, requirement.action(), ROUTE), actor == null);
    }

    /**
     * Nothing when a program that acts for itself may go on.
     *
     * @throws Problem 403 {@code insufficient-scope}, or {@code forbidden}
     */
    void atEdge(Program program, Requirement requirement) {
        if (!requirement.within(program.scopes())) {
            throw Refusals.scope(requirement);
        }
        var asked = new Request(
                principals.of(program), requirement.action(), ROUTE, context(Long.MAX_VALUE, false, program.scopes()));
        refuse(policies.decide(asked), false);
    }

    /** Whether another service may make this call. */
    boolean toServices(String action) {
        return policies.decide(new Request(principals.service(), action, ROUTE, OF_NOBODY))
                instanceof Decision.Permitted;
    }

    private Decision decide(@Nullable Actor actor, String action, Entity resource) {
        return policies.decide(new Request(principals.of(actor), action, resource, context(actor)));
    }

    private static void refuse(Decision decision, boolean anonymous) {
        switch (decision) {
            case Decision.Permitted _ -> {
                // Goes on.
            }
            case Decision.Forbidden(var policy) -> throw Refusals.forbidden(policy, anonymous);
            case Decision.NotPermitted() -> throw Refusals.notPermitted(anonymous);
        }
    }

    private Map<String, Object> context(@Nullable Actor actor) {
        if (actor == null) {
            return OF_NOBODY;
        }
        var seconds = Math.floorDiv(clock.millis(), 1_000L) - actor.provenAt().getEpochSecond();
        var delegation = actor.delegation();
        return context(seconds, delegation != null, delegation == null ? Set.of() : delegation.scopes());
    }

    private static Map<String, Object> context(long secondsSinceProof, boolean delegated, Set<String> scopes) {
        return Map.of("secondsSinceProof", secondsSinceProof, "delegated", delegated, "scopes", scopes);
    }
}
