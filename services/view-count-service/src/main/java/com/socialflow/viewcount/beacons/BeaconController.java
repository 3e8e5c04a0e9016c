package com.socialflow.viewcount.beacons;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.viewcount.clients.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Beacons of players, on our pages and embedded in those of others, from whoever watches. As text they need no leave of
 * the browser (the Fetch Standard's simple requests).
 */
@RestController
@RequestMapping("/api/v1")
@CrossOrigin(
        origins = "*",
        allowCredentials = "false",
        methods = RequestMethod.POST,
        allowedHeaders = "Content-Type",
        maxAge = BeaconController.PREFLIGHT_SECONDS)
class BeaconController {

    /** A day; browsers keep it for less. */
    static final long PREFLIGHT_SECONDS = 86_400;

    /** A broker that starts again is there after three. */
    private static final int RETRY_SECONDS = 5;

    private final Beacons beacons;

    BeaconController(Beacons beacons) {
        this.beacons = beacons;
    }

    @Permit(value = "views.tell", scope = Permit.ANY_SCOPE)
    @Limited(RouteClass.BEACONS)
    @PostMapping(
            path = "/videos/{id}/views",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = BeaconSchemas.OfOneVideo.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN_VALUE,
                        schema = @Schema(implementation = BeaconSchemas.OfOneVideo.class))
            })
    Receipt ofOne(@PathVariable VideoId id, Optional<Actor> actor, HttpServletRequest request) throws IOException {
        return take(BatchReader.read(BeaconBody.read(request), false), id, actor, request);
    }

    @Permit(value = "views.tell", scope = Permit.ANY_SCOPE)
    @Limited(RouteClass.BEACONS)
    @PostMapping(
            path = "/views",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = BeaconSchemas.OfMany.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN_VALUE,
                        schema = @Schema(implementation = BeaconSchemas.OfMany.class))
            })
    Receipt ofMany(Optional<Actor> actor, HttpServletRequest request) throws IOException {
        return take(BatchReader.read(BeaconBody.read(request), true), null, actor, request);
    }

    private Receipt take(Batch batch, @Nullable VideoId video, Optional<Actor> actor, HttpServletRequest request) {
        return switch (beacons.take(batch, video, Caller.of(request, actor.map(Actor::account)))) {
            case Beacons.Outcome.Taken(var receipt) -> receipt;
            case Beacons.Outcome.NoSuchVideo() -> throw Problem.notFound("video");
            case Beacons.Outcome.NotNow() ->
                throw Problem.unavailable(
                        "temporarily-unavailable", RETRY_SECONDS, "nothing is lost: send the same again in a moment");
        };
    }
}
