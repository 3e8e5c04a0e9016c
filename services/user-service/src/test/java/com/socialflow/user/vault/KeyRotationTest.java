package com.socialflow.user.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.secrets.KeyService;
import com.socialflow.platform.secrets.UnknownKeyException;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest extends UserServiceTest {

    private static final int PEOPLE = 450;

    @TempDir
    Path data;

    private final PersonKeyStore store;
    private final Ids ids;

    KeyRotationTest(PersonKeyStore store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    @Test
    void movesEveryKeyWhileTheyAreReadAndWritten() {
        var before = TestKeys.of(data, 1, 2);
        var after = TestKeys.of(data, 2, 1);
        var closed = new ConcurrentHashMap<AccountId, byte[]>();
        for (var i = 0; i < PEOPLE; i++) {
            var person = new AccountId(ids.next());
            closed.put(person, vault(before).close(person, "note", text(person)));
        }
        var going = new AtomicBoolean(true);
        var reads = new AtomicInteger();
        var wrong = new AtomicInteger();
        // One process is configured anew already, the other is not.
        var readers = Thread.ofVirtual().start(() -> use(before, closed, going, reads, wrong));
        var writers = Thread.ofVirtual().start(() -> use(after, closed, going, reads, wrong));

        var moved = new KeyRotation(after, store, new Recurring()).rotate();

        going.set(false);
        join(readers);
        join(writers);
        assertThat(moved).isGreaterThanOrEqualTo(PEOPLE);
        assertThat(wrong).hasValue(0);
        assertThat(reads.get()).isPositive();
        new KeyRotation(after, store, new Recurring()).rotate();
        var alone = vault(TestKeys.of(data, 2));
        closed.forEach(
                (person, bytes) -> assertThat(alone.open(person, "note", bytes)).hasValue(text(person)));
    }

    /** Reads what there is and writes of new people, with nothing remembered, until it is told to stop. */
    private void use(
            KeyService keys,
            Map<AccountId, byte[]> closed,
            AtomicBoolean going,
            AtomicInteger reads,
            AtomicInteger wrong) {
        while (going.get()) {
            var vault = vault(keys);
            var person = new AccountId(ids.next());
            closed.put(person, vault.close(person, "note", text(person)));
            for (var entry : new HashMap<>(closed).entrySet()) {
                if (!going.get()) {
                    return;
                }
                var open = vault.open(entry.getKey(), "note", entry.getValue());
                if (open.isEmpty()) {
                    wrong.incrementAndGet();
                }
                reads.incrementAndGet();
            }
        }
    }

    @Test
    void saysThatAKeyIsMissingRatherThanThatNothingIsThere() {
        var person = new AccountId(ids.next());
        var closed = vault(TestKeys.of(data, 3)).close(person, "note", text(person));

        var without = vault(TestKeys.of(data, 4));

        assertThatThrownBy(() -> without.open(person, "note", closed)).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> without.close(person, "note", closed)).isInstanceOf(UnknownKeyException.class);
        assertThat(store.unknown(TestKeys.of(data, 4).known()))
                .anyMatch(unknown ->
                        unknown.wrappedBy().equals(TestKeys.of(data, 3).current()));
    }

    @Test
    void twoProcessesMayMoveAtOnce() {
        var person = new AccountId(ids.next());
        var closed = vault(TestKeys.of(data, 5)).close(person, "note", text(person));
        var next = TestKeys.of(data, 6, 5);

        var moved = Api.atOnce(4, () -> new KeyRotation(next, store, new Recurring()).rotate());

        assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(vault(TestKeys.of(data, 6)).open(person, "note", closed)).hasValue(text(person));
    }

    private PersonalVault vault(KeyService keys) {
        return new TinkVault(keys, store, Clock.systemUTC());
    }

    private static byte[] text(AccountId person) {
        return ("of " + person).getBytes(UTF_8);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
