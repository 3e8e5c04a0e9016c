package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want of messages. */
@Component
class MessageSettings {

    private final SettingStore store;

    MessageSettings(SettingStore store) {
        this.store = store;
    }

    MessageSetting of(AccountId account) {
        return store.of(Set.of(account)).getOrDefault(account, MessageSetting.DEFAULT);
    }

    @Transactional
    void set(AccountId account, MessageSetting setting) {
        store.put(account, setting);
    }
}
