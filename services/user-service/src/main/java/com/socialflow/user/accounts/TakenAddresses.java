package com.socialflow.user.accounts;

import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells whether an email address has an account, as far as it must: few times, and never behind the back of whose it is
 * (decision 14). Once too many were found from somewhere, nothing is told there any more, not even of free addresses.
 */
@Component
public class TakenAddresses {

    /** Found from one network, or by one account. A person mistypes one or two. */
    static final Allowance FOUND = new Allowance(20, Duration.ofHours(1));

    /** Letters about it to one account. */
    private static final Allowance TOLD = new Allowance(1, Duration.ofDays(1));

    private final ContactStore store;
    private final Throttle throttle;
    private final Mail mail;
    private final Links links;

    TakenAddresses(ContactStore store, Throttle throttle, Mail mail, Links links) {
        this.store = store;
        this.throttle = throttle;
        this.mail = mail;
        this.links = links;
    }

    /** What is told. */
    public enum Answer {
        FREE,
        TAKEN,
        TOO_MANY
    }

    /**
     * Whether somebody has the address; the owner hears that it was asked.
     *
     * @param asker who asks: a network, or an account
     */
    public Answer ask(Email email, String asker) {
        var key = "email-taken:" + asker;
        if (!throttle.take(key, FOUND).isZero()) {
            return Answer.TOO_MANY;
        }
        var owner = store.find(email).orElse(null);
        if (owner == null) {
            throttle.giveBack(key);
            return Answer.FREE;
        }
        if (throttle.take("account-exists:" + owner.account(), TOLD).isZero()) {
            mail.send(
                    owner.email().value(),
                    owner.locale(),
                    new Letter("account-exists", Map.of("link", links.page("forgot"))));
        }
        return Answer.TAKEN;
    }
}
