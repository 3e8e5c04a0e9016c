package com.socialflow.platform.database;

import static com.socialflow.core.Require.require;

/**
 * The PostgreSQL schema that a service owns; a module declares one bean of it. Its migrations lie in
 * {@code db/migration/<name>}, and the platform adds the service's outbox and inbox to it.
 *
 * @param emits whether events leave through it, so that a relay looks after its outbox
 */
public record ServiceSchema(String name, boolean emits) {

    public ServiceSchema {
        require(name.matches("[a-z][a-z_]{1,30}"), "a schema's name is lower-case letters, not %s", name);
    }

    /** The schema of a service, which emits events. */
    public ServiceSchema(String name) {
        this(name, true);
    }
}
