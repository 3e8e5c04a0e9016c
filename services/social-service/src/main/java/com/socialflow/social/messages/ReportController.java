package com.socialflow.social.messages;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReportController {

    /** Of a comment or a resolution, in characters as readers count them. */
    private static final int WORDS_MAX = 500;

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    /** Why somebody reports a message. */
    record ReportForm(@Nullable String reason, @Nullable String comment) {

        Report.Reason checkedReason() {
            try {
                return Report.Reason.of(Optional.ofNullable(reason).orElse(""));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(
                        "reason", "choice", "spam, harassment, hate, violence, sexual, minors, self-harm or other");
            }
        }

        String checkedComment() {
            return comment == null ? "" : MessageText.of("comment", comment, WORDS_MAX);
        }
    }

    /** What a moderator did. */
    record Resolution(@Nullable String resolution) {

        String checked() {
            var clean = resolution == null ? "" : MessageText.of("resolution", resolution, WORDS_MAX);
            if (clean.isEmpty()) {
                throw Problem.invalid("resolution", "empty", "say what was done");
            }
            return clean;
        }
    }

    @Permit("conversation.report")
    @PostMapping("/conversations/{id}/messages/{message}/report")
    ResponseEntity<Void> report(
            @PathVariable ConversationId id,
            @PathVariable MessageId message,
            @RequestBody ReportForm form,
            Actor actor) {
        if (!reports.report(id, message, actor.account(), form.checkedReason(), form.checkedComment())) {
            throw Problem.notFound("message");
        }
        return ResponseEntity.accepted().build();
    }

    @Permit("admin.message-report.list")
    @GetMapping("/admin/message-reports")
    ResponseEntity<PageView<Report>> open(PageRequest page) {
        return PageView.of(reports.open(page.after(), page.limit()), report -> report);
    }

    @Permit("admin.message-report.resolve")
    @PutMapping("/admin/message-reports/{id}")
    ResponseEntity<Void> resolve(@PathVariable ReportId id, @RequestBody Resolution resolution, Actor actor) {
        if (!reports.resolve(id, actor.account(), resolution.checked())) {
            throw Problem.notFound("report");
        }
        return ResponseEntity.noContent().build();
    }
}
