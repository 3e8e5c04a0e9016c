package com.socialflow.user.registration;

import java.util.List;

/** What somebody who registers agrees to: what knows the texts implements it. */
public interface PublishedPolicies {

    /**
     * A text in its present version.
     *
     * @param purpose {@code terms} or {@code privacy}
     */
    record Published(String purpose, String version, String url) {}

    List<Published> policies();
}
