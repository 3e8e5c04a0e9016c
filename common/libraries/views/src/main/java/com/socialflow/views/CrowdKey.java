package com.socialflow.views;

import com.socialflow.core.VideoId;
import java.util.Optional;

/**
 * Names a {@link Crowd}.
 *
 * @param network hash of the truncated address
 * @param hour since 1970
 */
public record CrowdKey(VideoId video, long network, long hour) {

    private static final long HOUR_MILLIS = 3_600_000;

    /** The crowd that a view of the video belongs to; empty when its network is unknown. */
    public static Optional<CrowdKey> of(VideoId video, View view) {
        var network = view.facts().network();
        return network == 0
                ? Optional.empty()
                : Optional.of(new CrowdKey(video, network, Math.floorDiv(view.atMillis(), HOUR_MILLIS)));
    }
}
