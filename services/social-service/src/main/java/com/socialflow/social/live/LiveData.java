package com.socialflow.social.live;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class LiveData implements PersonalData {

    private static final Logger log = LoggerFactory.getLogger(LiveData.class);

    private final Backlog backlog;

    LiveData(Backlog backlog) {
        this.backlog = backlog;
    }

    /** What is kept here for minutes is in the lists of other features. */
    @Override
    public void export(AccountId account, Archive archive) {}

    /** While Redis is away it forgets by itself. */
    @Override
    public int erase(AccountId account, int limit) {
        try {
            return backlog.forget(account);
        } catch (RuntimeException e) {
            log.debug("Redis is away, and forgets within {}: {}", Backlog.KEPT, e.toString());
            return 0;
        }
    }
}
