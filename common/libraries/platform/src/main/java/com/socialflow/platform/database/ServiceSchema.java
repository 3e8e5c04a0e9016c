package com.socialflow.platform.database;

import static com.socialflow.core.Require.require;

/**
 * The PostgreSQL schema that a service owns; a module declares one bean of it. Its migrations lie in
 * {@code db/migration/<name>}, and the platform adds the service's outbox and inbox to it.
 */
public record ServiceSchema(String name) {

    public ServiceSchema {
        require(name.matches("[a-z][a-z_]{1,30}"), "a schema's name is lower-case letters, not %s", name);
    }

    /** The name, quoted for SQL: some services are called like SQL's own words. */
    public String quoted() {
        return '"' + name + '"';
    }
}
