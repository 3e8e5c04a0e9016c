package com.socialflow.analytics.studio;

import com.socialflow.analytics.videos.OwnedVideo;
import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is asked of several videos at once. */
@Component
class Channels {

    private final FigureStore store;
    private final Realtime realtime;
    private final Comparisons comparisons;
    private final Audiences audiences;

    Channels(FigureStore store, Realtime realtime, Comparisons comparisons, Audiences audiences) {
        this.store = store;
        this.realtime = realtime;
        this.comparisons = comparisons;
        this.audiences = audiences;
    }

    List<TopView> top(AccountId owner, Span span, int limit) {
        return store.top(owner, span.from(), span.to(), limit);
    }

    RealtimeView now(Scope scope, String window) {
        return realtime.of(scope, window);
    }

    ComparisonView compare(List<OwnedVideo> videos, Metric metric, int days) {
        return comparisons.of(videos, metric, days);
    }

    AudienceView audience(Scope scope, Span span) {
        return audiences.of(scope, span);
    }
}
