package com.socialflow.platform.images;

import com.socialflow.core.Problem;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StorageException;
import com.socialflow.platform.storage.StoredObject;
import com.socialflow.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything under {@code /media/images/}. A servlet of its own, as media are: no cookie is ever looked at. */
final class ImageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ImageServlet.class);

    private static final Duration NEVER_CHANGES = Duration.ofDays(365);
    private static final int RETRY_SECONDS = 2;

    private final transient ObjectStorage storage;
    private final transient ProblemWriter problems;

    ImageServlet(ObjectStorage storage, ProblemWriter problems) {
        this.storage = storage;
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Opened by itself it is a picture and nothing else, whatever a browser believes.
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        try {
            var method = request.getMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                throw Problem.of(405, "method-not-allowed", "images are read only")
                        .header("Allow", "GET, HEAD");
            }
            var key = ImageNames.key(request.getRequestURI()).orElseThrow(() -> Problem.notFound("image"));
            if (method.equals("GET")) {
                // Opened before a word of the answer is said: an image may be removed at any moment.
                try (var image = storage.get(key).orElseThrow(() -> Problem.notFound("image"))) {
                    if (describe(image.object(), request, response)) {
                        image.stream().transferTo(response.getOutputStream());
                    }
                }
            } else {
                describe(storage.head(key).orElseThrow(() -> Problem.notFound("image")), request, response);
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

    /** Whether the image itself is to follow: not when the client has it. */
    private static boolean describe(StoredObject object, HttpServletRequest request, HttpServletResponse response) {
        // What is behind a name never changes: the name is as good a tag as any.
        var tag = "\"" + object.key().substring(object.key().indexOf('/') + 1) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=" + NEVER_CHANGES.toSeconds() + ", immutable");
        var known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setContentType(object.contentType());
        response.setContentLengthLong(object.size());
        return true;
    }
}
