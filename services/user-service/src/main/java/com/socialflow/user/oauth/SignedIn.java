package com.socialflow.user.oauth;

import com.socialflow.user.oauth.Grant.Giver;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person who is asked, as Spring Security passes him or her on. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Giver giver;

    SignedIn(Giver giver) {
        super(List.of());
        this.giver = giver;
        setAuthenticated(true);
    }

    Giver giver() {
        return giver;
    }

    @Override
    public Object getPrincipal() {
        return giver.account().toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && giver.equals(that.giver);
    }

    @Override
    public int hashCode() {
        return giver.hashCode();
    }
}
