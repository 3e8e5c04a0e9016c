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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything under {@code /media/images/}. A servlet of its own, as media are: no cookie is ever looked at. */
final class ImageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ImageServlet.class);

    private static final Duration NEVER_CHANGES = Duration.ofDays(365);
    private static final int RETRY_SECONDS = 2;

    /** Smaller bodies leave with their headers in one write, which is faster than by the kernel. */
    private static final int KERNEL_BYTES_MIN = 16 * 1024;

    /** How Tomcat takes a file for sendfile(2). */
    private static final String SENDFILE = "org.apache.tomcat.sendfile.";

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
            var object = ImageNames.key(request.getRequestURI())
                    .flatMap(storage::head)
                    .orElseThrow(() -> Problem.notFound("image"));
            send(object, request, response);
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

    private void send(StoredObject object, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // What is behind a name never changes: the name is as good a tag as any.
        var name = object.key().substring(object.key().indexOf('/') + 1);
        var tag = "\"" + name + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=" + NEVER_CHANGES.toSeconds() + ", immutable");
        var known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(object.contentType());
        response.setContentLengthLong(object.size());
        if (request.getMethod().equals("GET")) {
            body(object, request, response);
        }
    }

    private void body(StoredObject object, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var kernel =
                object.size() >= KERNEL_BYTES_MIN && Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"));
        var file = kernel ? storage.localPath(object.key()) : Optional.<Path>empty();
        if (file.isPresent()) {
            request.setAttribute(SENDFILE + "filename", file.get().toString());
            request.setAttribute(SENDFILE + "start", 0L);
            request.setAttribute(SENDFILE + "end", object.size());
            return;
        }
        try (var content = storage.get(object.key()).orElseThrow(() -> Problem.notFound("image"))) {
            content.stream().transferTo(response.getOutputStream());
        }
    }
}
