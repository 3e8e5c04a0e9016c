package com.socialflow.user.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Beside the encoder of Spring Security, which takes new memory for each hash. */
class Argon2idTest {

    private static final List<String> PASSWORDS = List.of("", "correct horse", "пароль", "🐎🔋📎", "x".repeat(500));

    private final Argon2id ours = new Argon2id(new Argon2id.Cost(64, 2, 1));
    private final Argon2PasswordEncoder theirs = new Argon2PasswordEncoder(16, 32, 1, 64, 2);

    @Test
    void eachKnowsTheHashesOfTheOther() {
        for (var password : PASSWORDS) {
            var hash = ours.hash(password);
            assertThat(ours.matches(password, hash)).isTrue();
            assertThat(ours.matches(password + "x", hash)).isFalse();
            if (!password.isEmpty()) {
                assertThat(theirs.matches(password, hash)).isTrue();
                assertThat(ours.matches(password, theirs.encode(password))).isTrue();
            }
        }
    }

    @Test
    void knowsHashesOfAnotherCost() {
        for (var other :
                List.of(new Argon2id.Cost(8, 1, 1), new Argon2id.Cost(512, 3, 1), new Argon2id.Cost(64, 2, 4))) {
            var hash = new Argon2id(other).hash("correct horse");

            assertThat(ours.matches("correct horse", hash)).isTrue();
            assertThat(ours.matches("Correct horse", hash)).isFalse();
            assertThat(theirs.matches("correct horse", hash)).isTrue();
            assertThat(ours.outdated(hash)).isEqualTo(other.memoryKib() < 64);
        }
    }

    @Test
    void memoryThatIsUsedAgainAndByManyAtOnceChangesNothing() throws Exception {
        var hashes = PASSWORDS.stream().map(ours::hash).toList();
        var work = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 400; i++) {
            var password = i % PASSWORDS.size();
            var other = (i + 1) % PASSWORDS.size();
            work.add(() -> ours.matches(PASSWORDS.get(password), hashes.get(password))
                    && !ours.matches(PASSWORDS.get(password), hashes.get(other)));
        }
        Collections.shuffle(work);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var right : threads.invokeAll(work)) {
                assertThat(right.get()).isTrue();
            }
        }
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        var hash = ours.hash("");
        for (var bad : List.of(
                "",
                "$argon2id$",
                hash.substring(1),
                hash + "=",
                hash.replace("argon2id", "argon2i"),
                hash.replace("v=19", "v=16"),
                hash.replace("m=64", "m=7"),
                hash.replace("m=64", "m=99999999"),
                hash.replace("t=2", "t=0"),
                hash.replace("p=1", "p=0"),
                "{noop}" + hash)) {
            assertThat(ours.matches("", bad)).as(bad).isFalse();
            assertThat(ours.outdated(bad)).as(bad).isTrue();
        }
    }
}
