package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Accounts;
import com.socialflow.user.sessions.ProvenEntrance;
import com.socialflow.user.sessions.ProvenEntrance.Granted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Lets people in whom a provider vouched for, as far as their accounts may come in. */
@Component
class FederatedEntrance {

    private final Accounts accounts;
    private final ProvenEntrance entrance;

    FederatedEntrance(Accounts accounts, ProvenEntrance entrance) {
        this.accounts = accounts;
        this.entrance = entrance;
    }

    /** What coming in led to. */
    sealed interface Entry {
        record In(Granted granted) implements Entry {}

        record Refused(String code) implements Entry {}
    }

    /** Signs the browser in, if the account is welcome. */
    Entry enter(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.find(id).orElse(null);
        if (account == null) {
            return new Entry.Refused("account-gone");
        }
        return switch (account.state()) {
            case ACTIVE, LEAVING -> new Entry.In(entrance.enter(id, request, response));
            case SUSPENDED -> new Entry.Refused("account-suspended");
            case AWAITING_APPROVAL -> new Entry.Refused("account-awaiting-approval");
        };
    }
}
