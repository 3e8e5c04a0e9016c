package com.socialflow.video.playback;

import com.socialflow.core.Problem;
import com.socialflow.platform.storage.StorageException;
import com.socialflow.platform.web.ProblemWriter;
import com.socialflow.video.playback.PlaybackAccess.Decision;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything under {@code /media/}. A servlet of its own: of a segment's cost, Spring MVC's dispatching would be a
 * third, and nothing here needs it.
 */
final class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(MediaServlet.class);

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final Duration NEVER_CHANGES = Duration.ofDays(365);
    private static final Duration PREFLIGHT_KEPT = Duration.ofDays(1);
    private static final int RETRY_SECONDS = 2;

    private final transient PlaybackAccess access;
    private final transient MediaDelivery delivery;
    private final transient ProblemWriter problems;

    MediaServlet(PlaybackAccess access, MediaDelivery delivery, ProblemWriter problems) {
        this.access = access;
        this.delivery = delivery;
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        allowEveryOrigin(response);
        try {
            switch (request.getMethod()) {
                case "GET", "HEAD" -> answer(request, response);
                case "OPTIONS" -> preflight(response);
                default ->
                    throw Problem.of(405, "method-not-allowed", "media is read only")
                            .header("Allow", METHODS);
            }
        } catch (Problem problem) {
            problems.write(problem, request, response);
        } catch (StorageException e) {
            log.warn("object storage: {}", e.toString());
            problems.write(
                    Problem.unavailable("temporarily-unavailable", RETRY_SECONDS, "try again in a moment"),
                    request,
                    response);
        }
    }

    /** Players on other sites may play what they have an address of; no cookie is ever looked at. */
    private static void allowEveryOrigin(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Timing-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static void preflight(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", METHODS);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Range, If-Range, If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since");
        response.setHeader("Access-Control-Max-Age", Long.toString(PREFLIGHT_KEPT.toSeconds()));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = MediaPath.parse(request.getRequestURI()).orElseThrow(() -> Problem.notFound("media"));
        var cacheControl = switch (access.decide(path)) {
            case Decision.Open() -> cacheControl("public", NEVER_CHANGES, path);
            case Decision.ByToken(var left) -> cacheControl("private", left, path);
            case Decision.BadToken() ->
                throw Problem.of(
                        403,
                        "playback-token-invalid",
                        "the address has expired or was revoked: get the video's addresses again");
            case Decision.Absent() -> throw Problem.notFound("video");
        };
        delivery.send(path, cacheControl, request, response);
    }

    private static String cacheControl(String who, Duration keep, MediaPath path) {
        return path.changes() ? who + ", no-cache" : who + ", max-age=" + keep.toSeconds() + ", immutable";
    }
}
