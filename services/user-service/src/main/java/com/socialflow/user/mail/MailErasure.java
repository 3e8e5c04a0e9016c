package com.socialflow.user.mail;

import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import org.springframework.stereotype.Component;

/** Whoever is gone gets no more letters but the last one, which is written after this. */
@Component
class MailErasure implements PersonalErasure {

    private final MailStore store;

    MailErasure(MailStore store) {
        this.store = store;
    }

    @Override
    public void erase(Leaver leaver) {
        store.forgetTo(leaver.email());
    }
}
