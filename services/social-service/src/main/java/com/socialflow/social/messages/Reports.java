package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that people show to the moderators. */
@Component
class Reports {

    private final Messages messages;
    private final ReportStore store;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Reports(Messages messages, ReportStore store, Audit audit, Ids ids, Clock clock) {
        this.messages = messages;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reports what somebody else said to the person; the same again changes nothing. False: no such message. */
    @Transactional
    boolean report(
            ConversationId conversation, MessageId id, AccountId reporter, Report.Reason reason, String comment) {
        var message = messages.find(conversation, reporter, id)
                .filter(found -> !found.author().equals(reporter) && !found.deleted());
        message.ifPresent(found -> store.insert(new Report(
                new ReportId(ids.next()),
                found.id(),
                reporter,
                found.author(),
                found.text(),
                reason,
                comment,
                clock.instant(),
                null)));
        return message.isPresent();
    }

    Page<Report> open(Cursor after, int limit) {
        return Page.cut(
                store.open(after.positionOr(Long.MAX_VALUE), limit + 1),
                limit,
                report -> report.id().value());
    }

    /** Closes a report with a word on what was done; false when there is none. */
    @Transactional
    boolean resolve(ReportId id, AccountId moderator, String resolution) {
        var resolved = store.resolve(id, resolution);
        if (resolved) {
            audit.record(AuditEntry.done("message-report.resolve", moderator, Map.of("report", id.toString())));
        }
        return resolved;
    }
}
