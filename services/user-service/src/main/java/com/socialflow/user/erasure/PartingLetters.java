package com.socialflow.user.erasure;

import com.socialflow.user.mail.Forwards;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import com.socialflow.user.personal.Leaver;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people are told who leave. */
@Component
class PartingLetters {

    private static final String PAGE = "settings/privacy";

    private final Mail mail;
    private final Links links;
    private final Forwards forwards;

    PartingLetters(Mail mail, Links links, Forwards forwards) {
        this.mail = mail;
        this.links = links;
        this.forwards = forwards;
    }

    void requested(Leaver leaver, Departure departure) {
        var values = Map.of("date", departure.erasesAt().toString(), "link", links.page(PAGE));
        mail.send(leaver.email(), leaver.locale(), new Letter("deletion-requested", values));
    }

    void cancelled(Leaver leaver) {
        mail.send(leaver.email(), leaver.locale(), new Letter("deletion-cancelled", Map.of()));
    }

    /** The same person, by the address that takes the mail. */
    Leaver reachable(Leaver leaver) {
        return new Leaver(leaver.account(), leaver.username(), forwards.follow(leaver.email()), leaver.locale());
    }

    /** The last one. */
    void erased(Leaver leaver) {
        mail.send(leaver.email(), leaver.locale(), new Letter("account-erased", Map.of()));
    }
}
