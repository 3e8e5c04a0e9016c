package com.socialflow.user.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Component;

/** Makes codes: those that programs change for tokens, and the one that a person types. */
@Lazy
@Component
class Codes {

    /** RFC 6749, section 4.1.2: short; a program that is there changes it at once. */
    static final Duration CODE_MAX = Duration.ofSeconds(60);

    /** Time to find the telephone, sign in and type. */
    static final Duration DEVICE_MAX = Duration.ofMinutes(10);

    private static final int SECRET_BYTES = 32;

    /** RFC 8628, section 6.1: no vowels, no words; 20^8 of them, with few tries for each person. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int USER_CODE_LETTERS = 8;

    private final SecureRandom random;
    private final Clock clock;

    Codes(SecureRandom secureRandom, Clock clock) {
        this.random = secureRandom;
        this.clock = clock;
    }

    OAuth2AuthorizationCode code() {
        var now = clock.instant();
        return new OAuth2AuthorizationCode(secret(), now, now.plus(CODE_MAX));
    }

    OAuth2DeviceCode deviceCode() {
        var now = clock.instant();
        return new OAuth2DeviceCode(secret(), now, now.plus(DEVICE_MAX));
    }

    OAuth2UserCode userCode() {
        var text = new StringBuilder();
        for (var i = 0; i < USER_CODE_LETTERS; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var now = clock.instant();
        return new OAuth2UserCode(text.insert(USER_CODE_LETTERS / 2, '-').toString(), now, now.plus(DEVICE_MAX));
    }

    /** A code as it counts, however it was typed. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
