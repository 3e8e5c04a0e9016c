package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server itself refuses, before or after the controllers, is a problem document too. */
@RestController
class ProblemErrors implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var problem = switch (status) {
            case 404 -> Problem.of(404, "not-found", "there is nothing here");
            case 413 -> Problem.tooLarge("too-large", "the request is larger than allowed");
            default ->
                status >= 500
                        ? Problem.of(500, "internal", "this should not have happened")
                        : Problem.of(status, "refused", "the request is not acceptable");
        };
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemBody.of(problem, RequestIds.of(request)));
    }
}
