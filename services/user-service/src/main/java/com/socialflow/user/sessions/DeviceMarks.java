package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.platform.secrets.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * What devices are recognized by, as it is kept: under a key and together with the account, so that the table tells
 * neither what a browser holds nor that two people share a device.
 */
@Component
class DeviceMarks {

    private static final int TOKEN_BYTES = 18;

    private final SecretKey key;
    private final SecureRandom random;

    DeviceMarks(MasterKey secret, SecureRandom secureRandom) {
        this.key = secret.derive("known-device", "HmacSHA256");
        this.random = secureRandom;
    }

    /** What a browser is to keep from now on: 24 characters. */
    String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of a browser that holds the token. */
    byte[] ofToken(AccountId account, String token) {
        return mark(account, "token", token);
    }

    /** Of whatever calls itself so and comes from there. */
    byte[] ofPlace(AccountId account, Device device, String network) {
        return mark(account, "place", device.name() + "\n" + network);
    }

    private byte[] mark(AccountId account, String kind, String text) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal("%s\n%s\n%s".formatted(account, kind, text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
