package com.socialflow.viewcount.impressions;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.viewcount.beacons.BeaconBody;
import com.socialflow.viewcount.beacons.Receipt;
import com.socialflow.viewcount.clients.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Impressions of pages and apps of ours, from whoever looks. Not open to pages of other sites: none of our lists can be
 * read there, so that nothing is shown there which could be told.
 */
@RestController
@RequestMapping("/api/v1/impressions")
class ImpressionController {

    /** A broker that starts again is there after three. */
    private static final int RETRY_SECONDS = 5;

    private final Sightings sightings;

    ImpressionController(Sightings sightings) {
        this.sightings = sightings;
    }

    @Permit(value = "impressions.tell", scope = Permit.ANY_SCOPE)
    @Limited(RouteClass.BEACONS)
    @PostMapping(
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ImpressionSchemas.OfPage.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN_VALUE,
                        schema = @Schema(implementation = ImpressionSchemas.OfPage.class))
            })
    Receipt take(Optional<Actor> actor, HttpServletRequest request) throws IOException {
        var batch = BatchReader.read(BeaconBody.read(request));
        return switch (sightings.take(batch, Caller.of(request, actor.map(Actor::account)))) {
            case Sightings.Outcome.Taken(var receipt) -> receipt;
            case Sightings.Outcome.NotNow() ->
                throw Problem.unavailable(
                        "temporarily-unavailable", RETRY_SECONDS, "nothing is lost: send the same again in a moment");
        };
    }
}
