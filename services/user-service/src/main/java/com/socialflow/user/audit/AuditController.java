package com.socialflow.user.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit log for administrators. */
@RestController
@RequestMapping("/api/v1/admin/audit")
class AuditController {

    private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

    private final AuditReader reader;
    private final AuditLog log;
    private final Checkpoints checkpoints;
    private final Audit audit;
    private final JsonMapper json;

    AuditController(AuditReader reader, AuditLog log, Checkpoints checkpoints, Audit audit, JsonMapper json) {
        this.reader = reader;
        this.log = log;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping
    @Permit(value = "audit.search", scope = "admin:read")
    ResponseEntity<PageView<AuditViews.Entry>> search(
            @RequestParam @Nullable AccountId actor,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable String target,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            PageRequest page) {
        var query = new AuditQuery(actor, action, target, from, to);
        return PageView.of(reader.search(query, page), AuditViews.Entry::of);
    }

    /** All of it, one JSON object a line, as it is read. Who takes it is recorded first. */
    @GetMapping("/export")
    @Permit(value = "audit.export", scope = "admin:read")
    void export(
            @RequestParam @Nullable AccountId actor,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable String target,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            HttpServletResponse response)
            throws IOException {
        audit.record(new AuditEntry("audit.export", Outcome.DONE, null, "audit", Map.of()));
        response.setContentType(NDJSON.toString());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        var out = response.getOutputStream();
        reader.export(new AuditQuery(actor, action, target, from, to), entry -> {
            try {
                out.write(json.writeValueAsBytes(AuditViews.Entry.of(entry)));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The newest signed head, as C2SP tlog-checkpoint writes it: keep it somewhere else. */
    @GetMapping("/checkpoint")
    @Permit(value = "audit.checkpoint", scope = "admin:read")
    ResponseEntity<byte[]> checkpoint() {
        var note = checkpoints.latest().orElseThrow(() -> Problem.notFound("checkpoint"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", UTF_8))
                .body(note.getBytes(UTF_8));
    }

    @GetMapping("/{sequence}/inclusion")
    @Permit(value = "audit.prove", scope = "admin:read")
    AuditViews.Inclusion inclusion(@PathVariable long sequence, @RequestParam @Nullable Long size) {
        var tree = size == null ? log.size() : size;
        if (sequence < 0 || sequence >= tree || tree > log.size()) {
            throw Problem.notFound("entry");
        }
        return new AuditViews.Inclusion(sequence, tree, log.inclusion(sequence, tree));
    }

    @GetMapping("/consistency")
    @Permit(value = "audit.prove", scope = "admin:read")
    AuditViews.Consistency consistency(@RequestParam long first, @RequestParam long second) {
        if (first < 1 || first > second || second > log.size()) {
            throw Problem.badRequest("bad-size", "a tree of %d does not grow to one of %d here", first, second);
        }
        return new AuditViews.Consistency(first, second, log.consistency(first, second));
    }
}
