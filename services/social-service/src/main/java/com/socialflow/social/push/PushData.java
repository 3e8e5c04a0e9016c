package com.socialflow.social.push;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

@Component
class PushData implements PersonalData {

    private final SubscriptionStore store;

    PushData(SubscriptionStore store) {
        this.store = store;
    }

    /** Without the secrets: whoever has them can write on the device's screen. */
    @Override
    public void export(AccountId account, Archive archive) {
        var devices = store.of(account);
        if (!devices.isEmpty()) {
            archive.json("social/push-devices.json", "Devices that are told of notifications", devices);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return store.deleteAll(account);
    }
}
