package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops JSON bodies at their limit, whether the client says the length first or not. */
class JsonLimit extends OncePerRequestFilter {

    private final long max;
    private final ProblemWriter problems;

    JsonLimit(long max, ProblemWriter problems) {
        this.max = max;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.contains("json");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > max) {
            problems.write(tooLarge(), request, response);
            return;
        }
        chain.doFilter(request.getContentLengthLong() >= 0 ? request : new Bounded(request), response);
    }

    private Problem tooLarge() {
        return Problem.tooLarge("too-large", "a JSON body has at most %d bytes", max);
    }

    /** A body of unknown length that ends with a problem where the limit is. */
    private final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var in = super.getInputStream();
            return new ServletInputStream() {
                private long taken;

                @Override
                public int read() throws IOException {
                    var value = in.read();
                    count(value < 0 ? 0 : 1);
                    return value;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    var got = in.read(into, offset, length);
                    count(Math.max(got, 0));
                    return got;
                }

                private void count(int more) {
                    taken += more;
                    if (taken > max) {
                        throw tooLarge();
                    }
                }

                @Override
                public boolean isFinished() {
                    return in.isFinished();
                }

                @Override
                public boolean isReady() {
                    return in.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    in.setReadListener(listener);
                }
            };
        }
    }
}
