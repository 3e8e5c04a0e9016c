package com.socialflow.user.exports;

import com.socialflow.user.personal.Leaver;
import com.socialflow.user.personal.ObjectRemovals;
import com.socialflow.user.personal.PersonalErasure;
import org.springframework.stereotype.Component;

/** Whoever is gone leaves no archive behind. */
@Component
class ExportErasure implements PersonalErasure {

    private final ObjectRemovals removals;

    ExportErasure(ObjectRemovals removals) {
        this.removals = removals;
    }

    @Override
    public void erase(Leaver leaver) {
        removals.add("exports/" + leaver.account() + "/");
    }
}
