package com.socialflow.analytics.job;

import com.socialflow.analytics.cells.Granularity;
import com.socialflow.analytics.cells.Viewing;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.View;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewing is counted: its crowd, and what tells its cells from others. Of a viewing that grows and stays in its
 * place, the cells of the last state are those of all before it.
 *
 * @param crowd null for none
 * @param minute in which it began, in milliseconds since 1970
 */
record Placing(@Nullable CrowdKey crowd, long minute, String source, String device, String country, boolean valid) {

    /** Of a viewing that is in no cell. */
    private static final Placing NOWHERE = new Placing(null, 0, "", "", "", false);

    static Placing of(VideoId video, Viewing viewing) {
        return viewing.view()
                .map(view -> of(video, view))
                .orElseGet(() -> viewing.contribution().map(Placing::of).orElse(NOWHERE));
    }

    private static Placing of(VideoId video, View view) {
        var facts = view.facts();
        return new Placing(
                CrowdKey.of(video, view).orElse(null),
                Granularity.MINUTE.start(view.atMillis()),
                facts.source().name(),
                facts.device().name(),
                facts.country(),
                view.valid());
    }

    /** Of one without a view, which is in another place than any view. */
    private static Placing of(Contribution unplayed) {
        return new Placing(
                null,
                Granularity.MINUTE.start(unplayed.getTime()),
                unplayed.getSource(),
                unplayed.getDevice(),
                unplayed.getCountry(),
                false);
    }
}
