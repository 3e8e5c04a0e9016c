package com.socialflow.user.digests;

import com.socialflow.user.accounts.Account;
import com.socialflow.user.accounts.Accounts;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to people what they missed. */
@Component
class Digests {

    /** Longer than any caller tries. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String PAGE = "notifications";

    private final DigestStore store;
    private final DigestWords words;
    private final Accounts accounts;
    private final Mail mail;
    private final Links links;
    private final Clock clock;

    Digests(DigestStore store, DigestWords words, Accounts accounts, Mail mail, Links links, Clock clock) {
        this.store = store;
        this.words = words;
        this.accounts = accounts;
        this.mail = mail;
        this.links = links;
        this.clock = clock;
    }

    /** What became of a digest. */
    enum Outcome {
        /** A letter is on its way, from now or from before. */
        ACCEPTED,
        NO_ADDRESS
    }

    /** Writes one letter for a digest, however often it is asked for. */
    @Transactional
    Outcome send(Digest digest) {
        var account =
                accounts.find(digest.account()).filter(Digests::takesLetters).orElse(null);
        if (account == null) {
            return Outcome.NO_ADDRESS;
        }
        var now = clock.instant();
        store.forgetBefore(now.minus(REMEMBERED));
        if (store.insert(digest.id(), now)) {
            mail.send(account.email().value(), account.locale(), letter(digest, account.locale()));
        }
        return Outcome.ACCEPTED;
    }

    /** Not to an address that may be somebody else's. */
    private static boolean takesLetters(Account account) {
        return account.state() == Account.State.ACTIVE
                && account.emailVerifiedAt() != null
                && account.email().takesMail();
    }

    private Letter letter(Digest digest, String locale) {
        var values = new HashMap<String, String>();
        for (int n = 0; n < Digest.ITEMS_MAX; n++) {
            var item = n < digest.items().size() ? words.of(digest.items().get(n), locale) : "";
            values.put("item" + (char) ('A' + n), item);
        }
        values.put("unread", DigestWords.unread(digest.unread()));
        values.put("link", links.page(PAGE));
        values.put(Letter.UNSUBSCRIBE, links.site() + digest.unsubscribePath());
        return new Letter("digest", values);
    }
}
