package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.user.v1.AccountChanged;
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
        on.event(AccountChanged.getDefaultInstance(), this::changed);
    }

    /** Of whom nothing is stored nobody asked yet: whoever does will ask the user service, which knows the age too. */
    private void changed(AccountChanged event) {
        var face = event.getProfile();
        people.stored(new AccountId(event.getAccount()))
                .ifPresent(known -> people.put(new Person(
                        known.account(),
                        face.getUsername(),
                        face.getDisplayName(),
                        face.getAvatar(),
                        face.getPrivateAccount(),
                        face.getMadeForKids(),
                        known.ageBand(),
                        event.getHidden())));
    }
}
