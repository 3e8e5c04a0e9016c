package com.socialflow.viewcount.impressions;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Impressions as the API's description shows them; bodies are read as streams, not into these. */
final class ImpressionSchemas {

    private static final String NAME = "[A-Za-z0-9_-]{8,64}";

    private ImpressionSchemas() {}

    /** What one page showed. docs/VIEW_RULE.md says what an impression is. */
    @Schema(name = "PageImpressions")
    record OfPage(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = NAME,
                    description = "of this view of the page: another one has another")
            String session,

            @ArraySchema(
                    maxItems = BatchReader.IMPRESSIONS_MAX,
                    arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED))
            List<OfCard> impressions) {}

    /** A card that could be seen. */
    @Schema(name = "Impression")
    record OfCard(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String video,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = NAME,
                    description = "within the session, so that it counts once however often it is told")
            String id,

            @Schema(
                    description = "where it was, as a beacon's source",
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

            @Schema(minimum = "0", description = "how long ago it was seen; the same moment however often it is told")
            @Nullable
            Double seenSeconds,

            @Schema(description = "it was followed; may be told later, by the same id") @Nullable
            Boolean clicked) {}
}
