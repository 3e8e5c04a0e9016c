package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.Account;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who hears of identities: the person, and the audit trail. */
@Component
class IdentityNews {

    private final Providers providers;
    private final Mail mail;
    private final Audit audit;

    IdentityNews(Providers providers, Mail mail, Audit audit) {
        this.providers = providers;
        this.mail = mail;
        this.audit = audit;
    }

    void linked(Account account, String provider) {
        audit.record(AuditEntry.done("identity.link", account.id(), Map.of("provider", provider)));
        mail.send(
                account.email().value(),
                account.locale(),
                new Letter("identity-linked", Map.of("provider", providers.name(provider))));
    }

    void unlinked(AccountId account, String provider) {
        audit.record(AuditEntry.done("identity.unlink", account, Map.of("provider", provider)));
    }

    /** Somebody came back from a provider, and nothing came of it. */
    void refused(String provider, String reason) {
        audit.record(new AuditEntry(
                "identity.sign-in",
                AuditEntry.Outcome.REFUSED,
                null,
                "provider:" + provider,
                Map.of("reason", reason)));
    }
}
