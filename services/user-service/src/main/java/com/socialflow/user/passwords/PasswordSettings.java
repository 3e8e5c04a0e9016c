package com.socialflow.user.passwords;

import static com.socialflow.core.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which passwords are good enough.
 *
 * @param lengthMin characters of a password at least: from 8 to 64. NIST SP 800-63B-4 asks for 15 where a password is
 * all
 *     that somebody signs in with
 */
@ConfigurationProperties("socialflow.passwords")
public record PasswordSettings(@DefaultValue("8") int lengthMin) {

    private static final int LEAST = 8;

    /** Beyond it the standard asks to let people through. */
    private static final int MOST = 64;

    public PasswordSettings {
        require(
                lengthMin >= LEAST && lengthMin <= MOST,
                "socialflow.passwords.length-min is from %d to %d",
                LEAST,
                MOST);
    }
}
