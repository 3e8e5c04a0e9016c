package com.socialflow.social.timelines;

import com.socialflow.core.Ids;
import com.socialflow.platform.web.PageView;
import com.socialflow.social.views.EntryView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A page of a timeline as clients see it.
 *
 * @param newest given back as {@code since} it brings what came after this page; some of it twice: same position
 */
record TimelineView(List<EntryView> items, @Nullable String nextCursor, String newest) {

    TimelineView {
        items = List.copyOf(items);
    }

    /** The answer, with a link to the next page. */
    static ResponseEntity<TimelineView> of(TimelinePage page) {
        var plain = PageView.of(page.page(), view -> view);
        var body = Objects.requireNonNull(plain.getBody());
        return ResponseEntity.ok()
                .headers(plain.getHeaders())
                .body(new TimelineView(body.items(), body.nextCursor(), Ids.format(page.newest())));
    }
}
