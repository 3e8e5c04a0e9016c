package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.user.v1.AccountChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Follows who is private and who no longer. */
@Component
class GraphEvents implements Subscriber {

    private final Openings openings;

    GraphEvents(Openings openings) {
        this.openings = openings;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(AccountChanged.getDefaultInstance(), this::changed);
    }

    private void changed(AccountChanged event) {
        if (event.getProfile().getPrivateAccount() || !openings.add(new AccountId(event.getAccount()))) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                openings.soon();
            }
        });
    }
}
