package com.socialflow.viewcount.shares;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.viewcount.clients.Caller;
import com.socialflow.viewcount.shares.Shares.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shares, from whoever looks at a video. */
@RestController
@RequestMapping("/api/v1/videos")
class ShareController {

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int RETRY_SECONDS = 5;

    /**
     * What a page tells.
     *
     * @param session names the visit to the page
     * @param way link, embed or device
     */
    record Told(@Nullable String session, @Nullable String way) {}

    private final Shares shares;

    ShareController(Shares shares) {
        this.shares = shares;
    }

    @Operation(
            summary = "Tell that a video was handed on",
            description = "After its link or its embed code was copied, or the device's own list was used. Everybody"
                    + " counts once a day and video, except programs, the owner, and more than 50 in an hour from one"
                    + " network. Telling it again changes nothing. The answer is the same whether it counts or not.")
    @Permit(value = "views.share", scope = Permit.ANY_SCOPE)
    @Limited(RouteClass.WRITES)
    @PostMapping("/{id}/shares")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void share(@PathVariable VideoId id, @RequestBody Told told, Optional<Actor> actor, HttpServletRequest request) {
        var session = Objects.requireNonNullElse(told.session(), "");
        if (!SESSION.matcher(session).matches()) {
            throw Problem.invalid("session", "invalid", "8 to 64 letters, digits, - and _");
        }
        var way = Way.find(Objects.requireNonNullElse(told.way(), ""))
                .orElseThrow(() -> Problem.invalid("way", "unknown", "way is link, embed or device"));
        switch (shares.take(id, session, way, caller(request, actor))) {
            case Outcome.Taken() -> {}
            case Outcome.NoSuchVideo() -> throw Problem.notFound("video");
            case Outcome.NotNow() ->
                throw Problem.unavailable(
                        "temporarily-unavailable", RETRY_SECONDS, "nothing is lost: send the same again in a moment");
        }
    }

    private static Caller caller(HttpServletRequest request, Optional<Actor> actor) {
        return new Caller(
                InetAddress.ofLiteral(request.getRemoteAddr()),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
                "1".equals(request.getHeader("Sec-GPC")),
                actor.map(Actor::account));
    }
}
