package com.socialflow.viewcount.clients;

import com.socialflow.core.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Who sends a request, as it came.
 *
 * @param agent the User-Agent; empty: it has none
 * @param refuses whether it carries a Global Privacy Control
 * @param account who is signed in
 */
public record Caller(InetAddress address, String agent, boolean refuses, Optional<AccountId> account) {

    /** Who sends this request. */
    public static Caller of(HttpServletRequest request, Optional<AccountId> account) {
        return new Caller(
                InetAddress.ofLiteral(request.getRemoteAddr()),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
                "1".equals(request.getHeader("Sec-GPC")),
                account);
    }
}
