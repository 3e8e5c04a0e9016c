package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

@Component
class ReadPositionData implements PersonalData {

    private final ReadPositionStore store;

    ReadPositionData(ReadPositionStore store) {
        this.store = store;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var all = store.all(account, ReadPositions.POSITIONS_MAX);
        if (!all.isEmpty()) {
            archive.json("social/read-positions.json", "How far you have read which timeline, on each device", all);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return store.delete(account, limit);
    }
}
