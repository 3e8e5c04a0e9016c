package com.socialflow.social.notifications;

import com.socialflow.core.Ids;
import com.socialflow.social.people.AccountCard;
import com.socialflow.social.views.PostView;
import com.socialflow.social.views.VideoCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification as clients see it.
 *
 * @param people the newest of those who did it, at most five
 * @param count how many did it
 * @param conversation of a message request
 */
record NotificationView(
        NotificationId id,
        String kind,
        List<AccountCard> people,
        int count,
        @Nullable PostView post,
        @Nullable VideoCard video,
        @Nullable String conversation,
        Instant at,
        boolean read) {

    static NotificationView of(Told told, List<AccountCard> people, @Nullable PostView post, boolean read) {
        return new NotificationView(
                told.id(),
                told.kind().word(),
                people,
                // Exact but for faces that are not shown.
                told.count() - (told.people().size() - people.size()),
                post,
                told.kind() == Kind.VIDEO && post != null ? post.video() : null,
                told.kind() == Kind.MESSAGE_REQUEST ? Ids.format(told.subject()) : null,
                told.at(),
                read);
    }
}
