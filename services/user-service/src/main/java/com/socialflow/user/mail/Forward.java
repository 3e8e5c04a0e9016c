package com.socialflow.user.mail;

import java.util.Optional;

/** Knows where letters go that are for somebody who has no address of his or her own. */
public interface Forward {

    /** The address that takes mail for this one; empty when it takes its own. */
    Optional<String> of(String address);
}
