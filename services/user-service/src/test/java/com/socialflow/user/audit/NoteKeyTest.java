package com.socialflow.user.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteKeyTest {

    /** What stands before the 32 bytes of an Ed25519 key in X.509. */
    private static final String X509 = "302a300506032b6570032100";

    private static final String TEXT = "log.example/audit\n3\nrrx8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=\n";

    @Test
    void verifiesTheNoteThatGoShowsAsItsExample() {
        var verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW".split("\\+", 3);
        var raw = Base64.getDecoder().decode(verifier[2]);
        var x509 = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(raw, 1, raw.length));
        var key = new NoteKey(verifier[0], x509);
        var note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg\
                KvqfqdngotpRZb6KE6RyyBwJnAM=
                """;

        assertThat(key.verifier()).isEqualTo(String.join("+", verifier));
        assertThat(key.verified(note))
                .hasValueSatisfying(text -> assertThat(text).endsWith("problem is.\n"));
        assertThat(key.verified(note.replace("cryptography", "steganography"))).isEmpty();
    }

    @Test
    void verifiesWhatItSignedAndNothingElse() {
        var made = NoteKey.make("log.example/audit");
        var note = made.key().sign(TEXT, made.privateKey());

        assertThat(made.key().verified(note)).hasValue(TEXT);
        assertThat(NoteKey.make("log.example/audit").key().verified(note)).isEmpty();
        assertThat(new NoteKey("other.example/audit", made.key().publicKey()).verified(note))
                .isEmpty();
        var bytes = note.getBytes(UTF_8);
        for (var i = 0; i < bytes.length - 4; i++) {
            var changed = Arrays.copyOf(bytes, bytes.length);
            changed[i] ^= 1;
            assertThat(made.key().verified(new String(changed, UTF_8)))
                    .as("byte %d", i)
                    .isNotEqualTo(Optional.of(TEXT));
        }
    }

    @Test
    void knowsItsPrivatePart() {
        var made = NoteKey.make("log.example/audit");

        assertThat(made.key().belongs(made.privateKey())).isTrue();
        assertThat(made.key().belongs(NoteKey.make("log.example/audit").privateKey()))
                .isFalse();
    }

    @Test
    void writesCheckpointsAsOthersReadThem() {
        var checkpoint = Checkpoint.parse(TEXT).orElseThrow();

        assertThat(checkpoint.size()).isEqualTo(3);
        assertThat(checkpoint.text()).isEqualTo(TEXT);
        assertThat(Checkpoint.parse("log.example/audit\n03\n" + "A".repeat(43) + "=\n"))
                .isEmpty();
        assertThat(Checkpoint.parse("log.example/audit\n3\nshort\n")).isEmpty();
        assertThat(Checkpoint.parse("log.example/audit")).isEmpty();
    }
}
