package com.socialflow.platform.auth;

import java.util.Optional;

/** How an installation gets its first administrator: by a link that only who started it sees. */
public interface FirstAdministrator {

    /** A new token, good once and until the next start; empty when there is an administrator. */
    Optional<String> offer();
}
