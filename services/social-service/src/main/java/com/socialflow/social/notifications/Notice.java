package com.socialflow.social.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification for where there is little room, such as a device's screen or a letter.
 *
 * @param people names of the newest who did it
 * @param count how many did it
 * @param text the beginning of what was posted; empty: nothing was, or it is not for everybody's eyes
 * @param path of the page that shows it
 */
public record Notice(NotificationId id, String kind, List<String> people, int count, String text, String path) {

    /** Characters: as many as phones show. */
    private static final int TEXT_MAX = 160;

    private static final int NAME_MAX = 50;

    static Notice of(NotificationView view) {
        var people = view.people().stream()
                .map(person -> cut(person.displayName().isBlank() ? person.username() : person.displayName(), NAME_MAX))
                .toList();
        return new Notice(view.id(), view.kind(), people, view.count(), text(view), path(view));
    }

    private static String text(NotificationView view) {
        var post = view.post();
        if (post == null || post.text() == null || post.collapsed() != null) {
            return "";
        }
        var warning = post.warning();
        return cut((warning == null ? post.text() : warning).replaceAll("\\s+", " "), TEXT_MAX);
    }

    private static String path(NotificationView view) {
        if (view.post() != null) {
            return "/posts/" + view.post().id();
        }
        return view.conversation() == null ? "/notifications" : "/messages/" + view.conversation();
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

    /** The first of the people. */
    public @Nullable String first() {
        return people.isEmpty() ? null : people.getFirst();
    }
}
