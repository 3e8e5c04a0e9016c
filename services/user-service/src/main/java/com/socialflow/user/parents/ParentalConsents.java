package com.socialflow.user.parents;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking a parent. Nothing about the child is kept, and of the parent's address only a hash. */
@Component
class ParentalConsents {

    /** How long a letter can be answered: a week's holiday. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(7);

    static final String PAGE = "parental-consent";

    private final ParentalStore store;
    private final ParentalTokens tokens;
    private final Mail mail;
    private final Links links;
    private final Ids ids;
    private final Clock clock;

    ParentalConsents(ParentalStore store, ParentalTokens tokens, Mail mail, Links links, Ids ids, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.mail = mail;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes to a parent.
     *
     * @param locale of whoever asks
     */
    @Transactional
    void request(Email parent, String locale) {
        var now = clock.instant();
        var token = tokens.seal(parent.value());
        store.forgetRequestsBefore(now);
        store.insertRequest(
                ids.next(), tokens.hash(token), tokens.addressHash(parent.value()), now.plus(ANSWERED_WITHIN));
        mail.send(parent.value(), locale, new Letter("parental-consent", Map.of("link", links.page(PAGE, token))));
    }

    /** Until when the letter with this token can be answered. */
    Optional<Instant> find(String token) {
        return store.findRequest(tokens.hash(token), clock.instant());
    }

    /** The address that a letter was sent to. */
    String address(String token) {
        return tokens.open(token)
                .filter(_ -> find(token).isPresent())
                .orElseThrow(() -> Problem.notFound("parental-request"));
    }
}
