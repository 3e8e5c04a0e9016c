package com.socialflow.platform.policy.cedar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Policies, sorted by what they are about: a request meets those of its action alone. */
public final class PolicySet {

    private static final Decision NOT_PERMITTED = new Decision.NotPermitted();

    private final Map<String, Rules> ofAction = new HashMap<>();
    private final Rules ofOthers;

    private record Rules(List<Policy> forbids, List<Policy> permits) {}

    private PolicySet(List<Policy> policies) {
        ofOthers = rules(policies, policy -> policy.actions().isEmpty());
        for (var action : mentioned(policies)) {
            ofAction.put(
                    action,
                    rules(
                            policies,
                            policy -> policy.actions().isEmpty()
                                    || policy.actions().contains(action)));
        }
    }

    private static Rules rules(List<Policy> policies, Predicate<Policy> about) {
        var fitting = policies.stream().filter(about).toList();
        return new Rules(
                fitting.stream().filter(Policy::forbids).toList(),
                fitting.stream().filter(policy -> !policy.forbids()).toList());
    }

    private static Set<String> mentioned(List<Policy> policies) {
        var actions = new TreeSet<String>();
        policies.forEach(policy -> actions.addAll(policy.actions()));
        return actions;
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
        var rules = ofAction.getOrDefault(request.action(), ofOthers);
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
        var rules = ofAction.getOrDefault(request.action(), ofOthers);
        var forbids = holding(rules.forbids(), request);
        return forbids.isEmpty() ? holding(rules.permits(), request) : forbids;
    }

    private static Set<String> holding(List<Policy> policies, Request request) {
        var ids = new TreeSet<String>();
        policies.stream().filter(policy -> policy.holds(request)).forEach(policy -> ids.add(policy.id()));
        return ids;
    }
}
