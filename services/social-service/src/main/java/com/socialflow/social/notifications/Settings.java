package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want to hear. */
@Component
class Settings {

    private final SettingsStore store;
    private final Clock clock;

    Settings(SettingsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    NotificationSettings of(AccountId account) {
        return store.of(Set.of(account)).getOrDefault(account, NotificationSettings.DEFAULT);
    }

    @Transactional
    NotificationSettings change(AccountId account, SettingsView.Change change) {
        var after = change.of(of(account));
        store.put(account, after, clock.instant());
        return after;
    }
}
