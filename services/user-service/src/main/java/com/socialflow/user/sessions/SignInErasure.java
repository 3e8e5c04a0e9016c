package com.socialflow.user.sessions;

import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.PersonalErasure;
import org.springframework.stereotype.Component;

/** Whoever is gone has nothing left to be guessed. */
@Component
class SignInErasure implements PersonalErasure {

    private final SignInLimits limits;

    SignInErasure(SignInLimits limits) {
        this.limits = limits;
    }

    @Override
    public void erase(Leaver leaver) {
        limits.forgive(leaver.account());
    }
}
