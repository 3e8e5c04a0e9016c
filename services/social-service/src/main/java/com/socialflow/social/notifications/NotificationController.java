package com.socialflow.social.notifications;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.notifications.NotificationLists.Filter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private final NotificationLists lists;

    NotificationController(NotificationLists lists) {
        this.lists = lists;
    }

    record UnreadView(int count) {}

    record Reading(@Nullable String upTo) {}

    /** The newest first. */
    @Permit(value = "notification.list", scope = "notifications:read")
    @GetMapping
    ResponseEntity<PageView<NotificationView>> list(
            @RequestParam(defaultValue = "all") String filter, PageRequest page, Actor actor) {
        return PageView.of(lists.page(actor.account(), filter(filter), page), Function.identity());
    }

    /** How many are unread; 100 stands for more. */
    @Permit(value = "notification.list", scope = "notifications:read")
    @GetMapping("/unread")
    UnreadView unread(Actor actor) {
        return new UnreadView(lists.unread(actor.account()));
    }

    /** Everything up to this one has been read. */
    @Permit(value = "notification.read", scope = "notifications:write")
    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestBody Reading reading, Actor actor) {
        lists.read(actor.account(), upTo(reading.upTo()));
    }

    /** Takes one away. */
    @Permit(value = "notification.delete", scope = "notifications:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable NotificationId id, Actor actor) {
        if (!lists.delete(actor.account(), id)) {
            throw Problem.notFound("notification");
        }
    }

    private static NotificationId upTo(@Nullable String text) {
        try {
            if (text != null) {
                return NotificationId.parse(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Problem.invalid("upTo", "malformed", "the id of the newest notification that was read");
    }

    private static Filter filter(String word) {
        return switch (word) {
            case "all" -> Filter.ALL;
            case "mentions" -> Filter.MENTIONS;
            case "filtered" -> Filter.FILTERED;
            default -> throw Problem.badRequest("bad-filter", "filter is all, mentions or filtered");
        };
    }
}
