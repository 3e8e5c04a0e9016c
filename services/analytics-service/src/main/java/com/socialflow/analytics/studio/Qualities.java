package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Dimension;
import com.socialflow.analytics.studio.FigureStore.Cells;
import com.socialflow.analytics.videos.OwnedVideo;
import org.springframework.stereotype.Component;

/** How well a video plays. */
@Component
class Qualities {

    private final FigureStore store;

    Qualities(FigureStore store) {
        this.store = store;
    }

    QualityView of(OwnedVideo video, Span span) {
        var figures = new Figures();
        store.whole(
                new Cells(
                        new Scope.One(video.id(), video.owner()), span.cells(), Dimension.ALL, span.from(), span.to()),
                false,
                true,
                row -> {
                    row.addCountsTo(figures);
                    row.addSketchesTo(figures);
                });
        return QualityView.of(figures);
    }
}
