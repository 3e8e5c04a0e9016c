package com.socialflow.user.tokens;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.auth.OpaqueTokenText;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Making and taking back personal access tokens. */
@Component
class PersonalTokens {

    /** Of one person: more than anybody keeps track of. */
    static final int TOKENS_MAX = 50;

    /** Expired tokens are shown so long, so that one sees why a program stopped. */
    private static final Duration SHOWN = Duration.ofDays(30);

    private final PersonalTokenStore store;
    private final Audit audit;
    private final Mail mail;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    PersonalTokens(PersonalTokenStore store, Audit audit, Mail mail, Ids ids, SecureRandom secureRandom, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.mail = mail;
        this.ids = ids;
        this.random = secureRandom;
        this.clock = clock;
    }

    /** What a wish for a token led to. */
    sealed interface CreateOutcome {

        /** The token in words is told this once. */
        record Created(PersonalToken token, String text) implements CreateOutcome {}

        record TooMany() implements CreateOutcome {}
    }

    @Transactional
    CreateOutcome create(AccountId account, String name, Set<String> scopes, Duration lifetime) {
        var person = store.lock(account);
        if (store.of(account).size() >= TOKENS_MAX) {
            return new CreateOutcome.TooMany();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = new PersonalToken(ids.next(), account, name, scopes, now, now.plus(lifetime), null);
        var text = OpaqueTokenText.make(random);
        store.insert(token, OpaqueTokenText.hash(text).orElseThrow());
        audit.record(AuditEntry.done(
                "token.create",
                account,
                Map.of("token", Ids.format(token.id()), "scopes", String.join(" ", new TreeSet<>(scopes)))));
        mail.send(person.email(), person.locale(), new Letter("access-token-created", Map.of("name", name)));
        return new CreateOutcome.Created(token, text);
    }

    List<PersonalToken> of(AccountId account) {
        return store.of(account);
    }

    /** Takes a token back; false when there is none of this person. It may be taken for good 10 s more. */
    @Transactional
    boolean remove(AccountId account, long id) {
        var removed = store.delete(account, id);
        if (removed) {
            audit.record(AuditEntry.done("token.remove", account, Map.of("token", Ids.format(id))));
        }
        return removed;
    }

    /** Forgets tokens that are long over. */
    void forgetOld() {
        store.forget(clock.instant().minus(SHOWN));
    }
}
