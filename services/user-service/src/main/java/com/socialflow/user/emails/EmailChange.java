package com.socialflow.user.emails;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Email;
import java.time.Instant;

/** A change of address under way. It happens when both ends have confirmed it. */
record EmailChange(
        AccountId account, Email before, Email next, boolean confirmedOld, boolean confirmedNew, Instant expiresAt) {

    boolean confirmed() {
        return confirmedOld && confirmedNew;
    }
}
