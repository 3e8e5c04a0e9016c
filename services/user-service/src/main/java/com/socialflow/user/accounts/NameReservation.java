package com.socialflow.user.accounts;

/** Knows usernames that nobody has and nobody gets. */
public interface NameReservation {

    /** Whether this name is not to be had now. */
    boolean reserved(Username username);
}
