package com.socialflow.user.parents;

/**
 * A child's parent.
 *
 * @param revocation the token to take the consent back with
 */
record Parent(String name, String address, String revocation) {

    /** Keeps all of it out of logs. */
    @Override
    public String toString() {
        return "Parent[]";
    }
}
