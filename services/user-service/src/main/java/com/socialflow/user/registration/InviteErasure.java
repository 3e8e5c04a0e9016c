package com.socialflow.user.registration;

import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import org.springframework.stereotype.Component;

/** Invitations name the address that they were sent to. */
@Component
class InviteErasure implements PersonalErasure {

    private final InviteStore store;

    InviteErasure(InviteStore store) {
        this.store = store;
    }

    @Override
    public void erase(Leaver leaver) {
        store.forget(leaver.account(), leaver.email());
    }
}
