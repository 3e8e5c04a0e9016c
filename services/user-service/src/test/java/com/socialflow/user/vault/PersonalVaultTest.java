package com.socialflow.user.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.secrets.KeyService;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PersonalVaultTest extends UserServiceTest {

    private static final byte[] SECRET = "what nobody else may read".getBytes(UTF_8);

    private final PersonalVault vault;
    private final KeyService keys;
    private final PersonKeyStore store;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final AccountId alice;
    private final AccountId bob;

    PersonalVaultTest(
            PersonalVault vault,
            KeyService keys,
            PersonKeyStore store,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            TestClock clock,
            Ids ids) {
        this.vault = vault;
        this.keys = keys;
        this.store = store;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.alice = new AccountId(ids.next());
        this.bob = new AccountId(ids.next());
    }

    @Asvs("V11.3.3")
    @Test
    void opensForTheSamePersonAndPurposeAlone() {
        var closed = vault.close(alice, "totp-secret", SECRET);
        vault.close(bob, "totp-secret", SECRET);

        assertThat(vault.open(alice, "totp-secret", closed)).hasValue(SECRET);
        assertThat(vault.open(alice, "address", closed)).isEmpty();
        assertThat(vault.open(bob, "totp-secret", closed)).isEmpty();
        closed[closed.length - 1] ^= 1;
        assertThat(vault.open(alice, "totp-secret", closed)).isEmpty();
    }

    @Test
    void opensInAnotherProcess() {
        var closed = vault.close(alice, "totp-secret", SECRET);

        assertThat(elsewhere().open(alice, "totp-secret", closed)).hasValue(SECRET);
    }

    @Test
    void makesNoKeyToOpenWith() {
        assertThat(vault.open(alice, "totp-secret", new byte[40])).isEmpty();

        assertThat(store.find(alice)).isInstanceOf(PersonKeyStore.Found.Nothing.class);
    }

    @Asvs("V13.3.1")
    @Test
    void keepsTheKeyWrapped() {
        vault.close(alice, "totp-secret", SECRET);

        var key = (PersonKeyStore.Found.Key) store.find(alice);
        assertThat(key.wrapped().by()).isEqualTo(keys.current());
        // Of a wrapped AES-256-GCM key: nonce, key and tag.
        assertThat(key.wrapped().bytes()).hasSize(12 + 32 + 16);
        assertThat(keys.unwrap(key.wrapped(), TinkVault.context(bob))).isEmpty();
    }

    @Test
    void ofSeveralFirstUsesAtOnceOneMakesTheKey() {
        var closed = Api.atOnce(8, () -> elsewhere().close(alice, "totp-secret", SECRET));

        assertThat(closed)
                .hasSize(8)
                .allSatisfy(each ->
                        assertThat(vault.open(alice, "totp-secret", each)).hasValue(SECRET));
    }

    @Test
    void aKeyWhoseTransactionFailedClosesNothingMore() {
        transactions.executeWithoutResult(status -> {
            vault.close(alice, "totp-secret", SECRET);
            status.setRollbackOnly();
        });
        var closed = vault.close(alice, "totp-secret", SECRET);

        assertThat(elsewhere().open(alice, "totp-secret", closed)).hasValue(SECRET);
    }

    @Test
    void opensNothingOnceTheKeyIsDestroyed() {
        var closed = vault.close(alice, "totp-secret", SECRET);
        var other = elsewhere();
        assertThat(other.open(alice, "totp-secret", closed)).isPresent();

        vault.destroy(alice);

        assertThat(vault.open(alice, "totp-secret", closed)).isEmpty();
        clock.advance(OpenKeys.KEPT);
        assertThat(other.open(alice, "totp-secret", closed)).isEmpty();
        assertThat(jdbc.sql("""
                SELECT count(*) FROM "user".person_key WHERE account_id = :id AND wrapped IS NOT NULL
                """).param("id", alice.value()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void aDestroyedKeyIsNotMadeAgain() {
        vault.destroy(alice);

        var closed = vault.close(alice, "totp-secret", SECRET);

        assertThat(closed).isNotEmpty();
        assertThat(vault.open(alice, "totp-secret", closed)).isEmpty();
        assertThat(store.find(alice)).isInstanceOf(PersonKeyStore.Found.Destroyed.class);
    }

    @Test
    void keepsTheKeyWhenTheErasureFailed() {
        var closed = vault.close(alice, "totp-secret", SECRET);
        transactions.executeWithoutResult(status -> {
            vault.destroy(alice);
            assertThat(vault.open(alice, "totp-secret", closed)).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(vault.open(alice, "totp-secret", closed)).hasValue(SECRET);
    }

    private PersonalVault elsewhere() {
        return new TinkVault(keys, store, clock);
    }
}
