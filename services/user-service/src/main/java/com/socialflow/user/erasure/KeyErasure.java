package com.socialflow.user.erasure;

import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import com.socialflow.user.sessions.Sessions;
import com.socialflow.user.vault.PersonalVault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the sign-ins, and destroys the person's key: what was closed under it is noise from now on, in backups too. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeyErasure implements PersonalErasure {

    private final Sessions sessions;
    private final PersonalVault vault;

    KeyErasure(Sessions sessions, PersonalVault vault) {
        this.sessions = sessions;
        this.vault = vault;
    }

    @Override
    public void erase(Leaver leaver) {
        sessions.endAll(leaver.account(), "erased");
        vault.destroy(leaver.account());
    }
}
