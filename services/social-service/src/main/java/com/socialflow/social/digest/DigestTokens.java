package com.socialflow.social.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.core.AccountId;
import com.socialflow.platform.secrets.MasterKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** What lets a person end the letters without signing in: the account, and a mark that we alone can make. */
@Component
class DigestTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_LENGTH = 13;

    private final SecretKey key;

    DigestTokens(MasterKey secret) {
        this.key = secret.derive("digest-unsubscribe", ALGORITHM);
    }

    /** From the root of the public address on. */
    String path(AccountId account) {
        return UnsubscribeController.PATH + "?token=" + account + mark(account);
    }

    /** Whose it is; empty when it is none of ours. */
    Optional<AccountId> read(String token) {
        try {
            var account = AccountId.parse(token.substring(0, Math.min(ID_LENGTH, token.length())));
            var good = MessageDigest.isEqual(
                    mark(account).getBytes(UTF_8), token.substring(ID_LENGTH).getBytes(UTF_8));
            return good ? Optional.of(account) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String mark(AccountId account) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(account.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
