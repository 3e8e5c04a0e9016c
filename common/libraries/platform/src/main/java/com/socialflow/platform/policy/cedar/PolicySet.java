package com.socialflow.platform.policy.cedar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Policies, sorted by what they are about: a request meets those of its action alone. */
public final class PolicySet {

    private static final Decision NOT_PERMITTED = new Decision.NotPermitted();

    private final Map<String, Rules> ofAction = new HashMap<>();
    private final Rules ofOthers = new Rules(new ArrayList<>(), new ArrayList<>());

    private record Rules(List<Policy> forbids, List<Policy> permits) {

        void add(Policy policy) {
            (policy.forbids() ? forbids : permits).add(policy);
        }
    }

    private PolicySet(List<Policy> policies) {
        for (var policy : policies) {
            policy.actions()
                    .forEach(action ->
                            ofAction.computeIfAbsent(action, _ -> new Rules(new ArrayList<>(), new ArrayList<>())));
        }
        for (var policy : policies) {
            if (policy.actions().isEmpty()) {
                ofAction.values().forEach(rules -> rules.add(policy));
                ofOthers.add(policy);
            } else {
                policy.actions().forEach(action -> find(action).add(policy));
            }
        }
    }

    private Rules find(String action) {
        return ofAction.getOrDefault(action, ofOthers);
    }

    /**
     * Reads policies.
     *
     * @param texts their texts by file name, in the order in which they are asked
     * @throws PolicyException for a text outside the subset, and for an id that two policies have
     */
    public static PolicySet of(Map<String, String> texts) {
        var policies = new ArrayList<Policy>();
        var ids = new HashSet<String>();
        texts.forEach((file, text) -> {
            for (var policy : new PolicyParser(file, text).policies()) {
                if (!ids.add(policy.id())) {
                    throw new PolicyException(file, 1, "two policies have the id " + policy.id());
                }
                policies.add(policy);
            }
        });
        return new PolicySet(policies);
    }

    /** Every action that a policy names. */
    public Set<String> actions() {
        return Set.copyOf(ofAction.keySet());
    }

    /** Nothing is done that no policy permits, or that one forbids; one that cannot be evaluated does not count. */
    public Decision decide(Request request) {
        var rules = find(request.action());
        for (var policy : rules.forbids()) {
            if (policy.holds(request)) {
                return new Decision.Forbidden(policy);
            }
        }
        for (var policy : rules.permits()) {
            if (policy.holds(request)) {
                return new Decision.Permitted(policy);
            }
        }
        return NOT_PERMITTED;
    }

    /** The ids of all policies that make the decision. */
    Set<String> reasons(Request request) {
        var rules = find(request.action());
        var forbids = holding(rules.forbids(), request);
        return forbids.isEmpty() ? holding(rules.permits(), request) : forbids;
    }

    private static Set<String> holding(List<Policy> policies, Request request) {
        var ids = new TreeSet<String>();
        policies.stream().filter(policy -> policy.holds(request)).forEach(policy -> ids.add(policy.id()));
        return ids;
    }
}
