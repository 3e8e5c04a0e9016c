package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.Retention;
import com.socialflow.analytics.videos.OwnedVideo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The curve of how much of a video is watched. */
@Component
class Curves {

    private final RetentionStore store;
    private final LikeLength likeLength;

    Curves(RetentionStore store, LikeLength likeLength) {
        this.store = store;
        this.likeLength = likeLength;
    }

    RetentionView of(OwnedVideo video, Span span) {
        var played = store.ofVideo(video.id(), span.from(), span.to());
        var curve = played.retention.curve(played.views);
        var usual = played.views == 0
                ? null
                : video.length()
                        .flatMap(likeLength::of)
                        .map(like -> like.retention.curve(like.views))
                        .orElse(null);
        return new RetentionView(
                Arrays.stream(curve).boxed().toList(),
                usual == null ? null : relative(curve, usual),
                IntStream.range(0, Retention.PARTS)
                        .mapToObj(played.retention::starts)
                        .toList(),
                played.views);
    }

    private static List<@Nullable Double> relative(double[] curve, double[] usual) {
        var relative = new ArrayList<@Nullable Double>();
        for (var part = 0; part < curve.length; part++) {
            relative.add(usual[part] == 0 ? null : (Double) (curve[part] / usual[part]));
        }
        return relative;
    }

    static CsvTable table(RetentionView view) {
        var table = new CsvTable("part", "absolute", "relative", "starts");
        for (var part = 0; part < Retention.PARTS; part++) {
            var relative = view.relative();
            table.row(
                    part,
                    view.absolute().get(part),
                    relative == null ? null : relative.get(part),
                    view.starts().get(part));
        }
        return table;
    }
}
