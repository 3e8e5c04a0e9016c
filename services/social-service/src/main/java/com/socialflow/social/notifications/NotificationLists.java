package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.web.PageRequest;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person reads, and has read. */
@Component
class NotificationLists {

    /** Shown as "99+": nobody reads a greater number. */
    static final int UNREAD_MAX = 100;

    private static final Set<Kind> MENTIONS = EnumSet.of(Kind.MENTION, Kind.REPLY, Kind.QUOTE);

    /** Which part of the list. */
    enum Filter {
        ALL,
        MENTIONS,
        /** What the person's policy holds back. */
        FILTERED
    }

    private final NotificationStore store;
    private final NotificationViews views;
    private final LiveNotices live;
    private final Ids ids;

    NotificationLists(NotificationStore store, NotificationViews views, LiveNotices live, Ids ids) {
        this.store = store;
        this.views = views;
        this.live = live;
        this.ids = ids;
    }

    /** The newest first. A page may be shorter than asked for: it has what may be seen now. */
    Page<NotificationView> page(AccountId reader, Filter filter, PageRequest request) {
        var kinds = filter == Filter.MENTIONS ? MENTIONS : EnumSet.allOf(Kind.class);
        var rows = store.page(
                reader,
                filter == Filter.FILTERED,
                kinds,
                request.after().positionOr(Long.MAX_VALUE),
                request.limit() + 1);
        var page = Page.cut(rows, request.limit(), Told::position);
        return new Page<>(views.of(reader, page.items()), page.next());
    }

    /** At most {@link #UNREAD_MAX}. */
    int unread(AccountId reader) {
        return live.unread(reader).notifications();
    }

    /** The person has read this one and all older ones. Of one that is gone, its id says when it was. */
    void read(AccountId reader, NotificationId upTo) {
        var position = store.position(reader, upTo).orElseGet(() -> Math.min(upTo.value(), ids.next()));
        store.mark(reader, position);
        live.tellUnread(reader);
    }

    /** False when there is none. */
    boolean delete(AccountId reader, NotificationId id) {
        var deleted = store.delete(reader, id);
        if (deleted) {
            live.tellUnread(reader);
        }
        return deleted;
    }
}
