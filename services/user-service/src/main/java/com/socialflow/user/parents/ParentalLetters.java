package com.socialflow.user.parents;

import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import com.socialflow.user.parents.ParentalStore.Unconfirmed;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What parents are told after they agreed. */
@Component
class ParentalLetters {

    /** Takes the consent back. */
    private static final String PAGE = "parental-consent/revocation";

    private final Mail mail;
    private final Links links;

    ParentalLetters(Mail mail, Links links) {
        this.mail = mail;
        this.links = links;
    }

    /** That the child has an account, and how to end it. Sent at once, and again for the second look. */
    void confirmed(Unconfirmed child, Parent parent) {
        var values = Map.of("childUsername", child.username(), "link", links.page(PAGE, parent.revocation()));
        mail.send(parent.address(), child.locale(), new Letter("parental-consent-confirmed", values));
    }
}
