package com.socialflow.user.oauth;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Redirects to our own pages by the address that people use; and for who asked for JSON, an answer that holds the
 * address: a page whose policy lets forms go to us alone can't follow a redirect to a program.
 */
final class Redirects extends HttpServletResponseWrapper {

    /** Writes an address. */
    interface Body {
        void write(String address) throws IOException;
    }

    private final String asked;
    private final String used;
    private final Body body;
    private final boolean json;

    Redirects(HttpServletResponse response, String asked, String used, Body body, boolean json) {
        super(response);
        this.asked = asked;
        this.used = used;
        this.body = body;
        this.json = json;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        var address = location.startsWith(asked + "/") ? used + location.substring(asked.length()) : location;
        if (json) {
            body.write(address);
        } else {
            super.sendRedirect(address);
        }
    }
}
