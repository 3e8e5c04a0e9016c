package com.socialflow.user.registration;

import java.util.List;

/** Other places that people can sign in with: what knows them implements it. */
public interface OfferedProviders {

    /** A provider, by the name in our addresses and the one that people know. */
    record Offered(String id, String name) {}

    List<Offered> providers();
}
