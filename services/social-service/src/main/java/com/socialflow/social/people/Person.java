package com.socialflow.social.people;

import com.socialflow.core.AccountId;

/**
 * What may be shown of a person.
 *
 * @param avatar where the square picture of 192 pixels is, from the root of the public address on; empty: none
 * @param privateAccount what the person publishes is for followers, whom the person lets in
 * @param hidden nobody is to see the person now: suspended, not let in yet, or leaving
 */
public record Person(
        AccountId account,
        String username,
        String displayName,
        String avatar,
        boolean privateAccount,
        boolean madeForKids,
        AgeBand ageBand,
        boolean hidden) {

    /** As coarse as rules for the young need it. */
    public enum AgeBand {
        CHILD,
        TEEN,
        ADULT
    }
}
