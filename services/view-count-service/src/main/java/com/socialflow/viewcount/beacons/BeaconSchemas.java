package com.socialflow.viewcount.beacons;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Beacons as the API's description shows them; bodies are read as streams, not into these. */
final class BeaconSchemas {

    private static final String SESSION = "[A-Za-z0-9_-]{8,64}";

    private BeaconSchemas() {}

    /** What was played of the path's video since the last beacon. Seconds may have fractions. */
    @Schema(name = "ViewBeacon")
    record OfOneVideo(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = SESSION)
            String session,

            @Schema(minimum = "0", description = "of the part, so that it counts once however often it is sent")
            @Nullable
            Long sequence,

            @ArraySchema(
                    schema = @Schema(implementation = Double[].class),
                    maxItems = ToldReader.INTERVALS_MAX,
                    arraySchema =
                            @Schema(
                                    requiredMode = Schema.RequiredMode.REQUIRED,
                                    description = "from and to, in seconds of the content"))
            List<List<Double>> intervals,

            @Nullable Double positionSeconds,

            @Schema(description = "the player's clock since the session began, at the end of this part") @Nullable
            Double elapsedSeconds,

            @Schema(description = "the same clock as this is sent") @Nullable
            Double sentSeconds,

            @Nullable Double rate,
            @Nullable Double hiddenSeconds,

            @Schema(allowableValues = {"start", "progress", "pause", "end", "exit"}) @Nullable
            String event,

            @Schema(
                    allowableValues = {
                        "home",
                        "search",
                        "profile",
                        "hashtag",
                        "notification",
                        "related",
                        "embed",
                        "external",
                        "direct",
                        "playlist"
                    })
            @Nullable
            String source,

            @Nullable Boolean live,
            @Nullable PlaybackQuality quality,

            @ArraySchema(
                    schema = @Schema(ref = "#/components/schemas/ViewBeacon"),
                    maxItems = BatchReader.BEACONS_MAX,
                    arraySchema = @Schema(description = "instead of all others: several beacons"))
            @Nullable
            List<Object> beacons) {}

    /** Beacons that each name their video, with the fields of a ViewBeacon beside it. */
    @Schema(name = "ViewBeacons")
    record OfMany(
            @ArraySchema(maxItems = BatchReader.BEACONS_MAX) List<Named> beacons) {}

    @Schema(name = "NamedViewBeacon", allOf = OfOneVideo.class)
    record Named(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String video) {}

    @Schema(name = "PlaybackQuality")
    record PlaybackQuality(
            @Nullable Double startupSeconds,
            @Nullable Integer stalls,
            @Nullable Double stalledSeconds,
            @Nullable Integer height,
            @Nullable Long bitrate,
            @Nullable List<String> errors,
            @Nullable Boolean exitedBeforeStart,
            @Nullable Integer droppedFrames) {}
}
