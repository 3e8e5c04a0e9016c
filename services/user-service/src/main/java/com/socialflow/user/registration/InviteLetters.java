package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.Contacts;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invitations as letters. */
@Component
class InviteLetters {

    private final Contacts contacts;
    private final Mail mail;
    private final Links links;

    InviteLetters(Contacts contacts, Mail mail, Links links) {
        this.contacts = contacts;
        this.mail = mail;
        this.links = links;
    }

    /** In the language of who invites: of the other one nothing is known. */
    void invite(AccountId inviter, Email to, String code) {
        var from = contacts.find(inviter).orElseThrow(() -> Problem.notFound("account"));
        mail.send(
                to.value(),
                from.locale(),
                new Letter("invite", Map.of("link", link(code), "inviter", "@" + from.username())));
    }

    /** Where the code can be used. */
    String link(String code) {
        return links.page("register", code);
    }
}
