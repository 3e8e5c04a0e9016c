package com.socialflow.user.audit;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.PersonalExport;
import org.springframework.stereotype.Component;

/** What happened to an account, for the archive that its person asked for. */
@Component
class AuditExport implements PersonalExport {

    /** Pages: the newest 100,000 events are more than anybody has. */
    private static final int PAGES_MAX = 1_000;

    private final AuditReader reader;

    AuditExport(AuditReader reader) {
        this.reader = reader;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var request = new PageRequest(PageRequest.LIMIT_MAX, Cursor.START);
        for (var number = 1; number <= PAGES_MAX; number++) {
            var page = reader.ofPerson(account, request);
            if (page.items().isEmpty()) {
                return;
            }
            archive.json(
                    "identity/security-events-%d.json".formatted(number),
                    "What happened to your account, the newest first",
                    page.items().stream()
                            .map(opened -> AuditViews.SecurityEvent.of(opened, account))
                            .toList());
            if (page.next().isEmpty()) {
                return;
            }
            request = new PageRequest(PageRequest.LIMIT_MAX, page.next().get());
        }
    }
}
