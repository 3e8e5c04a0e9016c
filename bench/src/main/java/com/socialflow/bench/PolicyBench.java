package com.socialflow.bench;

import com.socialflow.platform.policy.cedar.Decision;
import com.socialflow.platform.policy.cedar.Entity;
import com.socialflow.platform.policy.cedar.PolicySet;
import com.socialflow.platform.policy.cedar.Request;
import com.socialflow.platform.policy.cedar.Uid;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * How long a decision takes among 500 policies, far more than the program has: ten for each action, and all 500 for
 * one. Run in a JVM of its own, on the program's class path.
 */
public final class PolicyBench {

    private static final int POLICIES = 500;
    private static final int ACTIONS = 50;
    private static final int WARM_UP = 300_000;
    private static final int MEASURED = 300_000;

    private PolicyBench() {}

    public static void main(String[] arguments) {
        var text = policies(ACTIONS);
        var began = System.nanoTime();
        var spread = PolicySet.of(Map.of("spread.cedar", text));
        System.out.printf("%d policies are read in %.1f ms by a JVM that just started%n", POLICIES, millis(began));
        var all = PolicySet.of(Map.of("all.cedar", policies(1)));
        measure("of its action alone", spread, ACTIONS);
        measure("all of one action", all, 1);
    }

    /** Roles, owners, conditions and a prohibition, as the program's own policies have them. */
    private static String policies(int actions) {
        var text = new StringBuilder();
        for (var i = 0; i < POLICIES; i++) {
            var action = "Action::\"a%d\"".formatted(i % actions);
            text.append(
                    switch (i / actions % 4) {
                        case 0 -> """
                            permit(principal in Role::"role%d", action == %s, resource);
                            """.formatted(i, action);
                        case 1 -> """
                            permit(principal is Person, action in [%s], resource is Video)
                            when { resource.visibility == "v%d" || resource.owner == principal };
                            """.formatted(action, i);
                        case 2 -> """
                            permit(principal, action == %s, resource)
                            when { principal.roles.contains("role%d") && context.secondsSinceProof < 600 };
                            """.formatted(action, i);
                        default -> """
                            @problem("reauthentication-required")
                            forbid(principal, action == %s, resource)
                            unless { context.secondsSinceProof <= 600 || context.scopes.contains("s%d") };
                            """.formatted(action, i);
                    });
        }
        return text.toString();
    }

    private static void measure(String what, PolicySet policies, int actions) {
        var nanos = new long[MEASURED];
        var permitted = 0;
        for (var i = -WARM_UP; i < MEASURED; i++) {
            var request = request(i & 1, "a" + Math.floorMod(i, actions));
            var began = System.nanoTime();
            var decision = policies.decide(request);
            var took = System.nanoTime() - began;
            permitted += decision instanceof Decision.Permitted ? 1 : 0;
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.2f µs, p99 %.2f µs, p99.9 %.2f µs (%d of %d permitted)%n",
                what,
                nanos[MEASURED / 2] / 1e3,
                nanos[MEASURED / 100 * 99] / 1e3,
                nanos[MEASURED / 1000 * 999] / 1e3,
                permitted,
                WARM_UP + MEASURED);
    }

    /** Half of the requests are about somebody else's video: they meet every policy. */
    private static Request request(int owned, String action) {
        var roles = Map.<String, Object>of("roles", Set.of("viewer"));
        var person = new Entity(new Uid("Person", "alice"), roles, Set.of(new Uid("Role", "viewer")));
        var owner = new Uid("Person", owned == 0 ? "alice" : "bob");
        var video = new Entity(new Uid("Video", "clip"), Map.of("owner", owner, "visibility", "private"), Set.of());
        return new Request(
                person, action, video, Map.of("secondsSinceProof", 30L, "delegated", false, "scopes", Set.of()));
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
