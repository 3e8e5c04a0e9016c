package com.socialflow.user.alerts;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.People;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells people of what happened to the way into their account. All in the present transaction. */
@Component
public class Alerts {

    /** The page on which people end sign-ins and take factors away. */
    private static final String PAGE = "settings/security";

    private final People people;
    private final Mail mail;
    private final Links links;

    Alerts(People people, Mail mail, Links links) {
        this.people = people;
        this.mail = mail;
        this.links = links;
    }

    /**
     * Somebody came in by a device or from a network that this account did not see before.
     *
     * @param device such as {@code Firefox on Linux}
     * @param network where from, as far as it is kept
     */
    public void newSignIn(AccountId account, String device, String network, Instant time) {
        send(
                account,
                new Letter(
                        "new-sign-in",
                        Map.of(
                                "device",
                                device,
                                "address",
                                network,
                                "time",
                                time.toString(),
                                "link",
                                links.page(PAGE))));
    }

    /** Another way to prove to be this person: {@code totp} or {@code passkey}. */
    public void factorAdded(AccountId account, String factor) {
        send(account, new Letter("factor-added", Map.of("factor", factor)));
    }

    /** One way less. */
    public void factorRemoved(AccountId account, String factor) {
        send(account, new Letter("factor-removed", Map.of("factor", factor)));
    }

    /** Few recovery codes are left. */
    public void recoveryCodesLow(AccountId account, int left) {
        send(account, new Letter("recovery-codes-low", Map.of("left", Integer.toString(left))));
    }

    /** A passkey was refused, for somebody else seems to have a copy of it. */
    public void passkeyCopied(AccountId account, String passkey) {
        send(account, new Letter("passkey-copied", Map.of("passkey", passkey)));
    }

    private void send(AccountId account, Letter letter) {
        people.find(account).ifPresent(person -> mail.send(person.email(), person.locale(), letter));
    }
}
