package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of somebody's list.
 *
 * @param subject what it is about, as {@link Notification} says
 * @param position the sort key: rises when somebody joins
 * @param count people who did it; those may not all be seen
 * @param people the newest five
 * @param filtered in the tab of what the person's policy holds back
 */
record Told(
        NotificationId id,
        AccountId account,
        Kind kind,
        long subject,
        @Nullable PostId post,
        long position,
        int count,
        List<AccountId> people,
        boolean filtered,
        Instant at) {

    /** Faces that are shown. */
    static final int PEOPLE_MAX = 5;

    Told {
        people = List.copyOf(people);
    }
}
