package com.socialflow.user.mail;

import com.socialflow.core.Ids;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/messages")
class MessageController {

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    /** A message, without its text once it was sent or given up. */
    record MessageView(
            String id,
            String to,
            String kind,
            String subject,
            @Nullable String text,
            String state,
            Instant createdAt) {

        static MessageView of(Message message) {
            return new MessageView(
                    Ids.format(message.id()),
                    message.to(),
                    message.kind(),
                    message.subject(),
                    message.text(),
                    message.state().text(),
                    message.createdAt());
        }
    }

    @GetMapping
    @Permit("message.list")
    ResponseEntity<PageView<MessageView>> list(PageRequest request, Actor actor) {
        var page = PageView.of(messages.page(actor, request.after(), request.limit()), MessageView::of);
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(page.getBody());
    }
}
