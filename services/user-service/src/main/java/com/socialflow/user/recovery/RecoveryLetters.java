package com.socialflow.user.recovery;

import com.socialflow.user.accounts.Contact;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is written to people about their passwords. */
@Component
class RecoveryLetters {

    private final Mail mail;
    private final Links links;

    RecoveryLetters(Mail mail, Links links) {
        this.mail = mail;
        this.links = links;
    }

    void reset(Contact to, String token) {
        var link = links.page("reset-password", token);
        mail.send(to.email().value(), to.locale(), new Letter("reset-password", Map.of("link", link)));
    }

    void changed(Contact to) {
        mail.send(to.email().value(), to.locale(), new Letter("password-changed", Map.of()));
    }
}
