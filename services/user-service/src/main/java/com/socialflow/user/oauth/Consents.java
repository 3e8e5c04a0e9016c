package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people let programs do. */
@Component
class Consents {

    private final ConsentStore store;
    private final PersonStore people;
    private final Grants grants;
    private final Audit audit;
    private final Notice notice;
    private final Ids ids;

    Consents(ConsentStore store, PersonStore people, Grants grants, Audit audit, Notice notice, Ids ids) {
        this.store = store;
        this.people = people;
        this.grants = grants;
        this.audit = audit;
        this.notice = notice;
        this.ids = ids;
    }

    /** Tells people, and knows the time and the address of the page where they take it back. */
    @Component
    record Notice(Mail mail, Links links, Clock clock) {}

    /** The scopes that a person let a program have; none when nothing was ever allowed. */
    Set<String> given(AccountId account, long client) {
        return store.find(account, client).orElse(Set.of());
    }

    /** Remembers that a person said yes. Whoever did not say it hears of it. */
    @Transactional
    void give(AccountId account, Client client, Set<String> scopes) {
        var before = given(account, client.id());
        var after = new TreeSet<>(before);
        if (!after.addAll(scopes)) {
            return;
        }
        var now = notice.clock().instant();
        store.save(ids.next(), account, client.id(), after, now);
        var told = String.join(" ", after);
        audit.record(AuditEntry.done("consent.give", account, Map.of("client", client.clientId(), "scopes", told)));
        people.find(account, 0, now)
                .ifPresent(person -> notice.mail()
                        .send(
                                person.email(),
                                person.locale(),
                                new Letter(
                                        "client-authorised",
                                        Map.of(
                                                "client",
                                                client.name(),
                                                "scopes",
                                                told,
                                                "link",
                                                notice.links().page("settings/programs")))));
    }

    List<ConsentStore.Given> of(AccountId account) {
        return store.of(account);
    }

    /** Takes back what a program may do, and its tokens with it; false when there is no such consent. */
    @Transactional
    boolean takeBack(AccountId account, long id) {
        var client = store.delete(account, id);
        client.ifPresent(known -> {
            grants.revokeOf(account, known, "taken-back");
            audit.record(AuditEntry.done("consent.take-back", account, Map.of("client", Ids.format(known))));
        });
        return client.isPresent();
    }
}
