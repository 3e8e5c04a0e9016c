package com.socialflow.user.personal;

/**
 * A feature that keeps something of a person elsewhere than in rows that go with the account's ({@code ON DELETE
 * CASCADE}).
 */
public interface PersonalErasure {

    /** Erases what the feature knows of the person, in the transaction that erases the account. */
    void erase(Leaver leaver);
}
