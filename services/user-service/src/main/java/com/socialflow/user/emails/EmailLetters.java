package com.socialflow.user.emails;

import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is written to people about their addresses. */
@Component
class EmailLetters {

    private final Mail mail;
    private final Links links;

    EmailLetters(Mail mail, Links links) {
        this.mail = mail;
        this.links = links;
    }

    void verify(Contact to, String token) {
        var link = links.page("verify-email", token);
        mail.send(to.email().value(), to.locale(), new Letter("verify-email", Map.of("link", link)));
    }

    void changeOld(Contact to, Email next, String token) {
        var link = links.page("confirm-email", token);
        mail.send(
                to.email().value(),
                to.locale(),
                new Letter("email-change-old", Map.of("link", link, "newAddress", next.value())));
    }

    void changeNew(Contact who, Email next, String token) {
        var link = links.page("confirm-email", token);
        mail.send(next.value(), who.locale(), new Letter("email-change-new", Map.of("link", link)));
    }

    void changed(Contact before, Email next) {
        mail.send(
                before.email().value(),
                before.locale(),
                new Letter("email-changed", Map.of("newAddress", next.value())));
    }
}
