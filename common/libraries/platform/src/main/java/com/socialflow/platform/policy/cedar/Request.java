package com.socialflow.platform.policy.cedar;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * May this be done?
 *
 * @param action the id of an {@code Action}
 * @param context what is known beside, as attributes of an entity are
 * @param others entities that these refer to
 */
public record Request(
        Entity principal, String action, Entity resource, Map<String, Object> context, Map<Uid, Entity> others) {

    public Request(Entity principal, String action, Entity resource, Map<String, Object> context) {
        this(principal, action, resource, context, Map.of());
    }

    /** What is known of an entity. */
    @Nullable
    Entity find(Uid uid) {
        if (uid.equals(principal.uid())) {
            return principal;
        }
        return uid.equals(resource.uid()) ? resource : others.get(uid);
    }

    /** Whether one is the other or in it, directly or not. */
    boolean in(Uid member, Uid group) {
        if (member.equals(group)) {
            return true;
        }
        var entity = find(member);
        return entity != null && entity.ancestors().contains(group);
    }
}
