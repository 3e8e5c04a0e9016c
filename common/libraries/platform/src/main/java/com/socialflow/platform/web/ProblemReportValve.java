package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses before any filter sees it, such as a malformed address, is a problem document too. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(JSON.writeValueAsString(ProblemBody.of(problem(status), RequestIds.of(request))));
                response.finishResponse();
            }
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
