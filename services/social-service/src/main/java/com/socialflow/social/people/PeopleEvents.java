package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.user.v1.AccountChanged;
import com.socialflow.proto.user.v1.AccountRegistered;
import com.socialflow.social.people.Person.AgeBand;
import org.springframework.stereotype.Component;

/** Keeps the faces of people as the user service tells of them. */
@Component
class PeopleEvents implements Subscriber {

    private final People people;

    PeopleEvents(People people) {
        this.people = people;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(AccountRegistered.getDefaultInstance(), this::registered)
                .event(AccountChanged.getDefaultInstance(), this::changed);
    }

    private void registered(AccountRegistered event) {
        people.greet(new AccountId(event.getAccount()), event.getUsername());
    }

    private void changed(AccountChanged event) {
        var face = event.getProfile();
        people.tell(new Person(
                new AccountId(event.getAccount()),
                face.getUsername(),
                face.getDisplayName(),
                face.getAvatar(),
                face.getPrivateAccount(),
                face.getMadeForKids(),
                AgeBand.ADULT,
                event.getHidden()));
    }
}
