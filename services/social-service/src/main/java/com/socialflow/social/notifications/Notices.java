package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Short forms of what people are told, as they may see it now. Not inside a transaction: it may have to call. */
@Component
public class Notices {

    private final NotificationStore store;
    private final NotificationViews views;
    private final SettingsStore settings;
    private final Clock clock;

    Notices(NotificationStore store, NotificationViews views, SettingsStore settings, Clock clock) {
        this.store = store;
        this.views = views;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when it was taken back, or is not for its reader any more. */
    public Optional<Notice> find(NotificationId id) {
        return store.find(Set.of(id)).stream()
                .flatMap(row -> views.of(row.account(), List.of(row)).stream())
                .map(Notice::of)
                .findAny();
    }

    /** The newest unread ones since then, of kinds of which the person wants letters. */
    public List<Notice> unread(AccountId reader, Instant since, int limit) {
        var own = settings.of(Set.of(reader)).getOrDefault(reader, NotificationSettings.DEFAULT);
        var kinds = EnumSet.allOf(Kind.class);
        kinds.removeIf(kind -> !own.ways(kind).email());
        var rows = store.page(reader, false, kinds, Long.MAX_VALUE, limit);
        var marker = store.markers(Set.of(reader)).getOrDefault(reader, 0L);
        var fresh = rows.stream()
                .filter(row -> row.position() > marker && row.at().isAfter(since))
                .toList();
        return views.of(reader, fresh).stream().map(Notice::of).toList();
    }

    /** How many are unread, at most {@link NotificationLists#UNREAD_MAX}. */
    public int unread(AccountId reader) {
        var marker = store.markers(Set.of(reader)).getOrDefault(reader, 0L);
        return store.unread(reader, marker, NotificationLists.UNREAD_MAX, clock.instant());
    }
}
