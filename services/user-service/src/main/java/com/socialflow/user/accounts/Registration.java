package com.socialflow.user.accounts;

import java.time.LocalDate;

/** Someone who may become an account, if the name and the address are free. */
record Registration(Username username, Email email, String password, LocalDate birthDate, DisplayName displayName) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Registration[username=%s]".formatted(username);
    }
}
