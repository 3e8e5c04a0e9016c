package com.socialflow.user.profiles;

import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import org.springframework.stereotype.Component;

/** Pictures lie elsewhere than rows. */
@Component
class ProfileErasure implements PersonalErasure {

    private final Profiles profiles;

    ProfileErasure(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public void erase(Leaver leaver) {
        profiles.erase(leaver.account());
    }
}
