package com.socialflow.user.mfa;

import com.socialflow.core.AccountId;
import com.socialflow.platform.secrets.MasterKey;
import com.socialflow.user.alerts.Alerts;
import com.socialflow.user.sessions.Methods;
import com.socialflow.user.sessions.SecondFactor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Codes on paper for the day when the phone is lost: 50 random bits each, used once. They are kept as hashes under a
 * key that is not in the database, for 50 bits could be found by trying.
 */
@Component
public class RecoveryCodes implements SecondFactor.Code {

    static final int CODES = 10;

    /** With so many left, or fewer, their owner is told. */
    static final int FEW = 3;

    /** Crockford's base 32: five bits a character, and none that looks like another. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int CHARACTERS = 10;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{10}");

    private final RecoveryCodeStore store;
    private final Alerts alerts;
    private final SecretKey key;
    private final SecureRandom random;
    private final Clock clock;

    RecoveryCodes(RecoveryCodeStore store, Alerts alerts, MasterKey secret, SecureRandom secureRandom, Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.key = secret.derive("recovery-codes", "HmacSHA256");
        this.random = secureRandom;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recovery-code";
    }

    @Override
    public boolean has(AccountId account) {
        return store.left(account) > 0;
    }

    @Override
    public String method() {
        return Methods.RECOVERY_CODE;
    }

    @Override
    public boolean accept(AccountId account, String typed) {
        var code = normal(typed);
        if (!SHAPE.matcher(code).matches() || !store.use(account, hash(account, code))) {
            return false;
        }
        var left = store.left(account);
        if (left <= FEW) {
            alerts.recoveryCodesLow(account, left);
        }
        return true;
    }

    /** Makes new ones in place of all that there were: {@code xxxxx-xxxxx}, told this once. */
    List<String> renew(AccountId account) {
        var codes = IntStream.range(0, CODES).mapToObj(_ -> code()).toList();
        store.replace(account, codes.stream().map(code -> hash(account, code)).toList(), clock.instant());
        return codes.stream()
                .map(code -> code.substring(0, CHARACTERS / 2) + "-" + code.substring(CHARACTERS / 2))
                .toList();
    }

    void remove(AccountId account) {
        store.delete(account);
    }

    /** How many can still be used. */
    public int left(AccountId account) {
        return store.left(account);
    }

    private String code() {
        var code = new StringBuilder(CHARACTERS);
        for (var i = 0; i < CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As people write it down and type it again. */
    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }

    private byte[] hash(AccountId account, String code) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal((account + "\n" + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
