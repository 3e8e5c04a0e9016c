package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.Entrance;
import com.socialflow.user.sessions.Entrance.EntryOutcome;
import com.socialflow.user.sessions.Reception;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets people in whom a provider vouched for. What it asked them for is its own affair: who has a second factor here
 * shows it here.
 */
@Component
class FederatedEntrance {

    /** How somebody proved to be somebody, in {@code amr}. RFC 8176 has no word for it. */
    private static final Set<String> METHODS = Set.of("federated");

    private final Entrance entrance;
    private final Reception reception;

    FederatedEntrance(Entrance entrance, Reception reception) {
        this.entrance = entrance;
        this.reception = reception;
    }

    EntryOutcome enter(AccountId account, HttpServletRequest request) {
        return entrance.enter(account, METHODS, reception.visit(request).inBrowser());
    }

    /** What the page where people sign in needs to go on; empty for who is in, and has the cookies now. */
    Map<String, String> rest(EntryOutcome entry, HttpServletRequest request, HttpServletResponse response) {
        return switch (entry) {
            case EntryOutcome.In in -> {
                reception.answer(in, request, response);
                yield Map.of();
            }
            case EntryOutcome.FactorNeeded(var challenge, var offered) -> {
                var rest = new LinkedHashMap<String, String>();
                rest.put("challenge", challenge);
                rest.put("methods", String.join(",", offered));
                yield rest;
            }
            case EntryOutcome.PasswordChangeNeeded _ -> problem("password-change-required");
            case EntryOutcome.AwaitingApproval _ -> problem("account-awaiting-approval");
            case EntryOutcome.Suspended _ -> problem("account-suspended");
            case EntryOutcome.Gone _ -> problem("account-gone");
        };
    }

    private static Map<String, String> problem(String code) {
        return Map.of("problem", code);
    }
}
