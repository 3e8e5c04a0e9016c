package com.socialflow.platform.policy;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.platform.policy.cedar.Entity;
import com.socialflow.platform.policy.cedar.Uid;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What something is done to, as policies see it: a type, an id and whatever they ask of it. */
public final class Resource {

    private final Uid uid;
    // Of two or three attributes, as most are.
    private final Map<String, Object> attributes = new HashMap<>(4);

    private Resource(Uid uid) {
        this.uid = uid;
    }

    /** A thing of this type, such as {@code Video}. */
    public static Resource of(String type, Id id) {
        return new Resource(new Uid(type, id.toString()));
    }

    /** Adds an attribute that is a person. */
    public Resource with(String name, AccountId person) {
        attributes.put(name, Principals.uid(person));
        return this;
    }

    public Resource with(String name, String text) {
        attributes.put(name, text);
        return this;
    }

    public Resource with(String name, long number) {
        attributes.put(name, number);
        return this;
    }

    public Resource with(String name, boolean truth) {
        attributes.put(name, truth);
        return this;
    }

    public Resource with(String name, Set<String> texts) {
        attributes.put(name, texts);
        return this;
    }

    Entity entity() {
        return new Entity(uid, attributes, Set.of());
    }
}
