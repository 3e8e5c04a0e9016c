package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import com.socialflow.platform.calls.CallIdentity;
import com.socialflow.platform.web.IdempotencyStore.Answer;
import com.socialflow.platform.web.IdempotencyStore.Row;
import com.socialflow.platform.web.IdempotencyStore.Use;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST that carries an {@code Idempotency-Key} happens once: the same key and request get the first answer again, the
 * same key with another request is refused (IETF draft-ietf-httpapi-idempotency-key-header).
 */
class Idempotency extends OncePerRequestFilter implements TransactionExecutionListener {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    /** A request that has not answered after so long died with its process. */
    private static final Duration REQUEST_MAX = Duration.ofSeconds(60);

    /** Longer than any client repeats a request by itself. */
    private static final Duration KEPT = Duration.ofHours(24);

    static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private static final int RETRY_SECONDS = 1;
    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final ThreadLocal<Use> CURRENT = new ThreadLocal<>();

    private final IdempotencyStore store;
    private final ProblemWriter problems;
    private final SecretKey hashKey;
    private final Clock clock;

    Idempotency(IdempotencyStore store, ProblemWriter problems, SecretKey hashKey, Clock clock) {
        this.store = store;
        this.problems = problems;
        this.hashKey = hashKey;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !"POST".equals(request.getMethod())
                || request.getHeader(KEY) == null
                || (type != null && !type.contains("json"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var key = request.getHeader(KEY);
            if (!SANE.matcher(key).matches()) {
                throw Problem.badRequest("bad-idempotency-key", "%s has 1 to 255 visible ASCII characters", KEY);
            }
            var account = CallIdentity.current().account();
            var use = new Use(account == null ? "anonymous" : account.toString(), key);
            var kept = new KeptBody(request, request.getInputStream().readAllBytes());
            var hash = hash(request, kept.body());
            if (store.start(use, hash, clock.instant())) {
                first(use, kept, response, chain);
            } else {
                again(use, hash, kept, response, chain);
            }
        } catch (Problem problem) {
            problems.write(problem, request, response);
        }
    }

    private void first(Use use, KeptBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        var answered = false;
        CURRENT.set(use);
        try {
            chain.doFilter(request, kept);
            answered = worthKeeping(kept);
        } finally {
            CURRENT.remove();
            if (answered) {
                store.answered(
                        use,
                        new Answer(
                                kept.getStatus(),
                                kept.getContentType(),
                                kept.getHeader("Location"),
                                kept.getContentAsByteArray()));
            } else {
                store.release(use);
            }
            kept.copyBodyToResponse();
        }
    }

    /** Not what may be different next time, and not what must not be stored. */
    private static boolean worthKeeping(ContentCachingResponseWrapper response) {
        var status = response.getStatus();
        var cacheControl = response.getHeader("Cache-Control");
        var secret = status < 400 && cacheControl != null && cacheControl.contains("no-store");
        var mayDiffer = status == 401 || status == 403 || status == 409 || status == 429;
        return status < 500 && !mayDiffer && !secret;
    }

    private void again(Use use, byte[] hash, KeptBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var row = store.find(use)
                .orElseThrow(() -> Problem.conflict(
                        "idempotency-in-progress", "the first request with this key just ended: repeat"));
        if (!MessageDigest.isEqual(hash, row.requestHash())) {
            throw Problem.unprocessable("idempotency-key-reused", "this key came with another request before");
        }
        if (row.answer().isPresent()) {
            replay(row.answer().get(), response);
        } else if (died(row) && store.takeOver(use, row.startedAt(), clock.instant())) {
            first(use, request, response, chain);
        } else if (row.committed() && died(row)) {
            throw Problem.conflict(
                    "idempotency-answer-lost", "the first request succeeded and its answer was lost: look at the list");
        } else {
            throw Problem.conflict("idempotency-in-progress", "the first request with this key has not ended yet")
                    .header("Retry-After", Integer.toString(RETRY_SECONDS));
        }
    }

    private boolean died(Row row) {
        return row.startedAt().plus(REQUEST_MAX).isBefore(clock.instant());
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    /** Under a key: a body may hold a password, and who reads the table must not be able to try passwords on it. */
    private byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            var mac = Mac.getInstance(hashKey.getAlgorithm());
            mac.init(hashKey);
            mac.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In whichever transaction the request makes its change. */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var use = CURRENT.get();
        if (use != null && !transaction.isReadOnly()) {
            store.markCommitted(use);
        }
    }
}
