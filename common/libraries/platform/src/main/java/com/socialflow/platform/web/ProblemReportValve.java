package com.socialflow.platform.web;

import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses before any filter sees it, such as a malformed address, is a problem document too. */
final class ProblemReportValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<Ids> ids;

    ProblemReportValve(Supplier<Ids> ids) {
        this.ids = ids;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var known = RequestIds.of(request);
            var id = known.isEmpty() ? RequestIds.give(request, response, ids.get()) : known;
            response.setContentType("application/problem+json");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            // As bytes: a writer would add its character set to the type.
            response.getOutputStream().write(JSON.writeValueAsBytes(ProblemBody.of(problem(status), id)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("nobody reads the problem", e);
        }
    }

    private static Problem problem(int status) {
        return status < 500
                ? Problem.of(status, "malformed", "the address or a header is malformed")
                : Problem.of(status, "internal", "this should not have happened");
    }
}
