package com.socialflow.platform.policy.cedar;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Cedar itself, the one written in Rust: what it says is right. */
final class NativeCedar {

    private static final BasicAuthorizationEngine ENGINE = new BasicAuthorizationEngine();

    private NativeCedar() {}

    /** What it decides, and by which policies. */
    record Verdict(boolean allowed, Set<String> reasons) {}

    /** Asks it with these policies by id. */
    static Verdict decide(Map<String, String> policies, Request request) throws AuthException {
        var set = new com.cedarpolicy.model.policy.PolicySet(policies.entrySet().stream()
                .map(policy -> new com.cedarpolicy.model.policy.Policy(policy.getValue(), policy.getKey()))
                .collect(Collectors.toSet()));
        var entities = new HashSet<com.cedarpolicy.model.entity.Entity>();
        entities.add(entity(request.principal()));
        entities.add(entity(request.resource()));
        request.others().values().forEach(other -> entities.add(entity(other)));
        var response = ENGINE.isAuthorized(
                new AuthorizationRequest(
                        uid(request.principal().uid()),
                        uid(new Uid("Action", request.action())),
                        uid(request.resource().uid()),
                        values(request.context())),
                set,
                entities);
        var success = response.success.orElseThrow(
                () -> new IllegalStateException(response.errors + " of " + policies.values()));
        return new Verdict(success.isAllowed(), new TreeSet<>(success.getReason()));
    }

    private static com.cedarpolicy.model.entity.Entity entity(Entity entity) {
        return new com.cedarpolicy.model.entity.Entity(
                uid(entity.uid()),
                values(entity.attributes()),
                entity.ancestors().stream().map(NativeCedar::uid).collect(Collectors.toSet()));
    }

    private static EntityUID uid(Uid uid) {
        return EntityTypeName.parse(uid.type()).orElseThrow().of(uid.id());
    }

    private static Map<String, Value> values(Map<?, ?> map) {
        var values = new HashMap<String, Value>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        return values;
    }

    private static Value value(Object value) {
        return switch (value) {
            case Long number -> new PrimLong(number);
            case Boolean truth -> new PrimBool(truth);
            case String text -> new PrimString(text);
            case Uid uid -> uid(uid);
            case Set<?> set ->
                new CedarList(set.stream().map(NativeCedar::value).toList());
            case Map<?, ?> map -> new CedarMap(values(map));
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
