package com.socialflow.user.mail;

import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.auth.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages for administrators: what is stuck, and without a mail server all of them. */
@Component
class Messages {

    private final MailStore store;
    private final Audit audit;

    Messages(MailStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** The newest first. That somebody looked is recorded: links in messages open accounts. */
    @Transactional
    Page<Message> page(Actor reader, Cursor after, int limit) {
        audit.record(AuditEntry.done("message.list", reader.account(), Map.of()));
        return Page.cut(store.page(after, limit), limit, Message::id);
    }
}
