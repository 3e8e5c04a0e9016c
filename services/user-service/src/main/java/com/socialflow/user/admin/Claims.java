package com.socialflow.user.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.auth.FirstAdministrator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Becoming the first administrator: by a token that only the console shows, while there is no administrator. */
@Component
class Claims implements FirstAdministrator {

    private static final int TOKEN_BYTES = 32;

    private final ClaimStore claims;
    private final AdminStore accounts;
    private final Audit audit;
    private final SecureRandom random;
    private final Clock clock;

    Claims(ClaimStore claims, AdminStore accounts, Audit audit, SecureRandom secureRandom, Clock clock) {
        this.claims = claims;
        this.accounts = accounts;
        this.audit = audit;
        this.random = secureRandom;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<String> offer() {
        if (accounts.hasAdmin()) {
            return Optional.empty();
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        claims.put(hash(token), clock.instant());
        return Optional.of(token);
    }

    /** Makes somebody the first administrator; false when the token is not the present one or somebody was first. */
    @Transactional
    boolean claim(AccountId account, String token) {
        // The row's lock makes one of several who come at once the first.
        if (!claims.take(hash(token)) || accounts.hasAdmin()) {
            audit.record(AuditEntry.refused("admin.claim", account, Map.of()));
            return false;
        }
        var roles = new TreeSet<>(accounts.findForUpdate(account).orElseThrow().roles());
        roles.add(ManagedAccount.ADMIN);
        accounts.setRoles(account, roles);
        audit.record(AuditEntry.done("admin.claim", account, Map.of()));
        return true;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
