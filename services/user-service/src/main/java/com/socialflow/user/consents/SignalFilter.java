package com.socialflow.user.consents;

import com.socialflow.platform.auth.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hears what browsers say in the name of people who are signed in, once a session. */
final class SignalFilter extends OncePerRequestFilter {

    static final String HEADER = "Sec-GPC";

    private static final String REFUSES = "1";

    /** About 1 MB. Whoever falls out is asked about once more. */
    private static final int SESSIONS_MAX = 10_000;

    private static final Logger log = LoggerFactory.getLogger(SignalFilter.class);

    private final Consents consents;
    private final Set<String> heard = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > SESSIONS_MAX;
        }
    }));

    SignalFilter(Consents consents) {
        this.consents = consents;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !REFUSES.equals(request.getHeader(HEADER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Actor.of(request);
        if (actor != null) {
            hear(actor);
        }
        chain.doFilter(request, response);
    }

    /**
     * Only what the person's own browser says counts. A failure must not cost the request: the next one tells again.
     */
    private void hear(Actor actor) {
        if (actor.delegation() != null || !heard.add(actor.session())) {
            return;
        }
        try {
            consents.signal(actor.account());
        } catch (RuntimeException e) {
            heard.remove(actor.session());
            log.warn("a privacy signal of account {} was not kept: {}", actor.account(), e.toString());
        }
    }
}
