package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The members of a problem document (RFC 9457), in the order in which a person reads them. */
public final class ProblemBody {

    private static final String TYPE_ROOT = "/problems/";

    private ProblemBody() {}

    /** The document of a problem that occurred in the request with this id. */
    public static Map<String, Object> of(Problem problem, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE_ROOT + problem.code());
        body.put("title", title(problem.status()));
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("code", problem.code());
        body.put("requestId", requestId);
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        body.putAll(problem.extensions());
        return body;
    }

    private static String title(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
