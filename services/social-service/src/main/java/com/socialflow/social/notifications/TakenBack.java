package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did not do it after all.
 *
 * @param receiver who was told; null: whoever was
 * @param by who did it
 */
record TakenBack(Kind kind, long subject, @Nullable AccountId receiver, AccountId by) {

    /** Whether it is this that is taken back. */
    boolean undoes(Notification told) {
        return told.kind() == kind
                && told.subject() == subject
                && by.equals(told.by())
                && (receiver == null || receiver.equals(told.to()));
    }
}
