package com.socialflow.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What holds of every key-encryption key, wherever it lies. */
abstract class KeyEncryptionKeyKit {

    /** The key; another number is another key of the same kind. */
    abstract KeyEncryptionKey key(int number);

    @Test
    void unwrapsWhatItWrapped() {
        var wrapped = key(1).wrap(new byte[] {1, 2, 3}, "person:7");

        assertThat(key(1).unwrap(wrapped, "person:7")).hasValue(new byte[] {1, 2, 3});
    }

    @Test
    void generatesAKeyThatItUnwraps() {
        var made = key(1).generate("person:7");

        assertThat(made.key()).hasSize(32);
        assertThat(key(1).unwrap(made.wrapped(), "person:7")).hasValue(made.key());
    }

    @Test
    void generatesAnotherKeyEachTime() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 20; i++) {
            seen.add(HexFormat.of().formatHex(key(1).generate("person:7").key()));
        }

        assertThat(seen).hasSize(20);
    }

    @Test
    void unwrapsNothingForAnotherContext() {
        var wrapped = key(1).generate("person:7").wrapped();

        assertThat(key(1).unwrap(wrapped, "person:8")).isEmpty();
        assertThat(key(1).unwrap(wrapped, "")).isEmpty();
    }

    @Test
    void unwrapsNothingOfAnotherKey() {
        var wrapped = key(1).wrap(new byte[32], "person:7");

        assertThat(key(2).id()).isNotEqualTo(key(1).id());
        assertThat(key(2).unwrap(wrapped, "person:7")).isEmpty();
    }

    @Test
    void unwrapsNothingThatIsDamaged() {
        var wrapped = key(1).wrap(new byte[32], "person:7");
        for (var i = 0; i < wrapped.length; i++) {
            var damaged = wrapped.clone();
            damaged[i] ^= 1;
            assertThat(key(1).unwrap(damaged, "person:7")).as("byte %d", i).isEmpty();
        }
        assertThat(key(1).unwrap(new byte[0], "person:7")).isEmpty();
        assertThat(key(1).unwrap(new byte[5], "person:7")).isEmpty();
    }

    @Test
    void hidesTheKeyInWhatItWrapped() {
        var made = key(1).generate("person:7");
        var hex = HexFormat.of();

        assertThat(hex.formatHex(made.wrapped())).doesNotContain(hex.formatHex(made.key()));
    }
}
