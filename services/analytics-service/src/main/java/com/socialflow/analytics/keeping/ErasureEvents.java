package com.socialflow.analytics.keeping;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.user.v1.AccountErased;
import org.springframework.stereotype.Component;

@Component
class ErasureEvents implements Subscriber {

    private final Erasures erasures;

    ErasureEvents(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String service() {
        return "analytics";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(AccountErased.getDefaultInstance(), event -> erasures.add(new AccountId(event.getAccount())));
    }
}
