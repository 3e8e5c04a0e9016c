package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.WaitingAccounts;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deciding about those who wait. */
@Component
class Approvals {

    private final ApprovalStore store;
    private final WaitingAccounts accounts;
    private final Mail mail;
    private final Audit audit;

    Approvals(ApprovalStore store, WaitingAccounts accounts, Mail mail, Audit audit) {
        this.store = store;
        this.accounts = accounts;
        this.mail = mail;
        this.audit = audit;
    }

    /** Who has waited for longest first. */
    Page<Approval> page(Cursor after, int limit) {
        return Page.cut(
                store.page(after, limit), limit, approval -> approval.account().value());
    }

    /** Lets somebody in; false when nobody of this id waits. */
    @Transactional
    boolean approve(AccountId id) {
        var contact = accounts.approve(id);
        contact.ifPresent(somebody -> {
            store.delete(id);
            tell(somebody, new Letter("account-approved", Map.of()));
            audit.record(AuditEntry.done("account.approve", id, Map.of()));
        });
        return contact.isPresent();
    }

    /**
     * Lets somebody not in: the account is deleted. False when nobody of this id waits.
     *
     * @param reason what the person is told; empty: nothing
     */
    @Transactional
    boolean reject(AccountId id, String reason) {
        var contact = accounts.reject(id);
        contact.ifPresent(somebody -> {
            tell(somebody, new Letter("account-rejected", Map.of("reason", reason)));
            audit.record(AuditEntry.done("account.reject", id, Map.of()));
        });
        return contact.isPresent();
    }

    private void tell(Contact somebody, Letter letter) {
        mail.send(somebody.email().value(), somebody.locale(), letter);
    }
}
