package com.socialflow.social.personal;

import com.socialflow.core.AccountId;

/**
 * What one feature keeps of people. Every feature that has a column with an account in it has a bean of this: it gives
 * everything to the person who asks, and erases it when the person is gone.
 */
public interface PersonalData {

    /** Writes what the feature keeps of the person. Called outside of transactions, perhaps several times. */
    void export(AccountId account, Archive archive);

    /**
     * Erases some of what the feature keeps of the person, in a transaction of its own, and gives how much it found. It
     * is called until it finds nothing, and again half a minute later: a request that was under way may have added
     * something. What others keep of the person (a follow, a like of a post) counts as well, and counts of others stay
     * exact.
     *
     * @param limit rows at most, of each table: bounds the transaction
     */
    int erase(AccountId account, int limit);
}
