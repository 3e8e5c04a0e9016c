package com.socialflow.platform.web;

import com.socialflow.core.Ids;
import com.socialflow.platform.calls.CallIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id, the client's own when it sent a sane one: in logs, in problems and in the answer. */
public class RequestIds extends OncePerRequestFilter {

    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Ids ids;

    public RequestIds(Ids ids) {
        this.ids = ids;
    }

    /** The id of the request. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }

    /** Gives a request that no filter has seen its id. */
    static String give(HttpServletRequest request, HttpServletResponse response, Ids ids) {
        var sent = request.getHeader(HEADER);
        var id = sent != null && SANE.matcher(sent).matches() ? sent : Ids.format(ids.next());
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = give(request, response, ids);
        MDC.put(CallIdentity.REQUEST_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CallIdentity.REQUEST_ID);
            MDC.remove(CallIdentity.ACCOUNT);
        }
    }

    /** Errors and asynchronous ends keep the id of their request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
