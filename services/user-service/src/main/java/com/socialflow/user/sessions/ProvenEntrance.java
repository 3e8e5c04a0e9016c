package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.user.keys.AccessTokenIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Signs a browser in for somebody whom somebody else has proven to be that person. */
@Component
public class ProvenEntrance {

    private final Sessions sessions;
    private final AccessTokenIssuer issuer;
    private final SessionCookies cookies;
    private final Clock clock;

    ProvenEntrance(Sessions sessions, AccessTokenIssuer issuer, SessionCookies cookies, Clock clock) {
        this.sessions = sessions;
        this.issuer = issuer;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** What is told of tokens that travel in cookies. */
    public record Granted(String tokenType, long expiresIn) {}

    /** Opens a session and writes its cookies. */
    public Granted enter(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        var session = sessions.open(account, true);
        cookies.write(
                request,
                response,
                issuer.issue(account, session.session(), session.roles(), session.provenAt()),
                issuer.lifetime(),
                session.token().text(),
                Duration.between(clock.instant(), session.expiresAt()));
        return new Granted("cookie", issuer.lifetime().toSeconds());
    }
}
