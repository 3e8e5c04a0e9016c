package com.socialflow.social.personal;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.user.v1.AccountErased;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class ErasureEvents implements Subscriber {

    private final Erasures erasures;

    ErasureEvents(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(AccountErased.getDefaultInstance(), this::erased);
    }

    private void erased(AccountErased event) {
        erasures.add(new AccountId(event.getAccount()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                erasures.soon();
            }
        });
    }
}
