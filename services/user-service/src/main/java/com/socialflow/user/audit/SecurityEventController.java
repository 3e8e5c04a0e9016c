package com.socialflow.user.audit;

import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to one's own account. */
@RestController
@RequestMapping("/api/v1/me/security/events")
class SecurityEventController {

    private final AuditReader reader;

    SecurityEventController(AuditReader reader) {
        this.reader = reader;
    }

    @GetMapping
    @Permit("security-events.list")
    ResponseEntity<PageView<AuditViews.SecurityEvent>> events(Actor actor, PageRequest page) {
        return PageView.of(
                reader.ofPerson(actor.account(), page), entry -> AuditViews.SecurityEvent.of(entry, actor.account()));
    }
}
