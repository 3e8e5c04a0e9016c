package com.socialflow.user.accounts;

/**
 * What is known of somebody who registers, beside the form.
 *
 * @param parentConsented whether a parent agreed, who may then be of any age
 * @param identified whether another provider proves who it is, so that there is no password
 * @param emailVerified whether it is certain that the address is the person's
 */
record Origin(boolean parentConsented, boolean identified, boolean emailVerified) {

    /** Anybody who fills in the form. */
    static final Origin FORM = new Origin(false, false, false);

    /** A child for whom a parent has agreed. */
    static final Origin PARENT = new Origin(true, false, false);

    /** Somebody whom another provider knows, by an address that it vouches for or not. */
    static Origin provider(boolean emailVerified) {
        return new Origin(false, true, emailVerified);
    }
}
