package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class NotificationData implements PersonalData {

    /** Notifications of one file. */
    private static final int FILE_MAX = 2_000;

    private final NotificationStore store;
    private final LeavingStore leaving;
    private final PersonalStore personal;
    private final SettingsStore settings;

    NotificationData(NotificationStore store, LeavingStore leaving, PersonalStore personal, SettingsStore settings) {
        this.store = store;
        this.leaving = leaving;
        this.personal = personal;
        this.settings = settings;
    }

    record Exported(
            NotificationId id,
            String kind,
            List<AccountId> people,
            int count,
            @Nullable String post,
            boolean heldBack,
            Instant at) {

        static Exported of(Told told) {
            var post = told.post();
            return new Exported(
                    told.id(),
                    told.kind().word(),
                    told.people(),
                    told.count(),
                    post == null ? null : post.toString(),
                    told.filtered(),
                    told.at());
        }
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var changed = settings.of(Set.of(account)).get(account);
        if (changed != null) {
            archive.json(
                    "social/notification-settings.json", "What you want to be told, and how", SettingsView.of(changed));
        }
        var threads = personal.mutedThreads(account).stream().map(Ids::format).toList();
        if (!threads.isEmpty()) {
            archive.json("social/muted-threads.json", "Threads of which you hear no more", threads);
        }
        for (var filtered : List.of(false, true)) {
            export(account, filtered, archive);
        }
    }

    private void export(AccountId account, boolean filtered, Archive archive) {
        var before = Long.MAX_VALUE;
        for (var file = 1; ; file++) {
            var rows = store.page(account, filtered, EnumSet.allOf(Kind.class), before, FILE_MAX);
            if (rows.isEmpty()) {
                return;
            }
            var name = filtered ? "notifications-held-back" : "notifications";
            archive.json(
                    "social/%s-%d.json".formatted(name, file),
                    "What you were told of in the last 90 days",
                    rows.stream().map(Exported::of).toList());
            before = rows.getLast().position();
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        var parts = leaving.some(account, limit);
        leaving.lockAndLeave(parts);
        return parts.size() + personal.erase(account, limit);
    }
}
