package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.platform.calls.CallIdentity;
import com.socialflow.platform.storage.StorageException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/** Maps every failure of a request to a problem document, in one place. Nothing of the inside leaves with it. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int RETRY_SECONDS = 2;

    /** Codes of what Spring MVC refuses by itself. */
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "media-type-not-supported");

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> problem(Problem problem, HttpServletRequest request) {
        if (problem.status() == HttpStatus.FORBIDDEN.value()) {
            log.info(
                    "{} {} is refused to {}: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    Objects.requireNonNullElse(MDC.get(CallIdentity.ACCOUNT), "somebody unknown"),
                    problem.code());
        }
        return answer(problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return problem(inside(e), request);
    }

    /** What a body that could not be read suffers from. */
    private static Problem inside(HttpMessageNotReadableException e) {
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return Problem.badRequest("malformed", "the JSON is nested too deeply or has too long a value");
            }
            if (cause instanceof DatabindException bind && !bind.getPath().isEmpty()) {
                return Problem.badRequest("malformed", "the JSON does not fit at %s", path(bind));
            }
        }
        return Problem.badRequest("malformed", "the body is no JSON that fits");
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.length() > 100 ? path.substring(0, 100) : path.toString();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        List<FieldError> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), "invalid", String.valueOf(error.getDefaultMessage())))
                .toList();
        return problem(Problem.invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        if (e.getCause() != null && e.getCause().getCause() instanceof Problem problem) {
            return problem(problem, request);
        }
        // An id in the path that is none names nothing.
        var inPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return problem(
                inPath
                        ? Problem.of(404, "not-found", "there is nothing here")
                        : Problem.badRequest("malformed", "the parameter %s does not fit", e.getName()),
                request);
    }

    /** The database is away or restarting: nothing was done, and soon it will be. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<Map<String, Object>> away(Exception e, HttpServletRequest request) {
        log.warn("the database does not answer: {}", e.toString());
        return problem(Problem.unavailable("temporarily-unavailable", RETRY_SECONDS, "try again in a moment"), request);
    }

    /** Object storage is full, or does not answer. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> storage(StorageException e, HttpServletRequest request) {
        log.warn("object storage: {}", e.toString());
        return problem(
                switch (e.reason()) {
                    case ABSENT -> Problem.of(404, "not-found", "there is nothing here");
                    case FULL -> Problem.of(507, "storage-full", "there is no room left for this");
                    case UNAVAILABLE ->
                        Problem.unavailable("temporarily-unavailable", RETRY_SECONDS, "try again in a moment");
                },
                request);
    }

    /** The client went away: nobody reads an answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("client gone", e);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> broken(IOException e, HttpServletRequest request) {
        log.debug("connection broken", e);
        return problem(Problem.badRequest("body-incomplete", "the request ended before its body did"), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> any(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = known.getStatusCode().value();
            var code = CODES.getOrDefault(status, "refused");
            var detail = status == 404
                    ? "there is nothing here"
                    : String.valueOf(known.getBody().getDetail());
            return answer(Problem.of(status, code, detail), known.getHeaders(), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problem(
                Problem.of(500, "internal", "this should not have happened; the request id helps to find out why"),
                request);
    }

    private static ResponseEntity<Map<String, Object>> answer(
            Problem problem, HttpHeaders more, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.addAll(more);
        problem.headers().forEach(headers::set);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        return new ResponseEntity<>(
                ProblemBody.of(problem, RequestIds.of(request)), headers, HttpStatusCode.valueOf(problem.status()));
    }
}
