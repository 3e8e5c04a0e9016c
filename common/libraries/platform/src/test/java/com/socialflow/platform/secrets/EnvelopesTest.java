package com.socialflow.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.testkit.Asvs;
import java.time.Clock;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EnvelopesTest {

    private static final byte[] TEXT = "what nobody else may read".getBytes(UTF_8);

    private final LocalKey old = key(1);
    private final LocalKey next = key(2);
    private final Envelopes before = envelopes(new KeyService(old, List.of()));
    private final Envelopes during = envelopes(new KeyService(next, List.of(old)));
    private final Envelopes after = envelopes(new KeyService(next, List.of()));

    @Asvs("V11.3.3")
    @Test
    void openForTheirPurposeAlone() {
        var closed = before.close("letter", TEXT);

        assertThat(before.open("letter", closed)).hasValue(TEXT);
        assertThat(before.open("diary", closed)).isEmpty();
    }

    @Test
    void openInAnotherProcessWithTheSameKey() {
        assertThat(envelopes(new KeyService(old, List.of())).open("letter", before.close("letter", TEXT)))
                .hasValue(TEXT);
    }

    @Asvs("V11.3.3")
    @Test
    void doNotOpenWhenTheyAreDamagedOrNoneOfOurs() {
        var closed = before.close("letter", TEXT);
        for (var i = 30; i < closed.length; i++) {
            var damaged = closed.clone();
            damaged[i] ^= 1;
            assertThat(before.open("letter", damaged)).as("byte %d", i).isEmpty();
        }
        assertThat(before.open("letter", new byte[0])).isEmpty();
        assertThat(before.open("letter", new byte[] {1, 9, 9})).isEmpty();
    }

    @Asvs("V11.2.2")
    @Test
    void moveToTheNextKeyWhileBothAreKnown() {
        var closed = before.close("letter", TEXT);
        var renewed = during.renewed("letter", closed).orElseThrow();

        assertThat(during.open("letter", closed)).hasValue(TEXT);
        assertThat(during.renewed("letter", renewed)).isEmpty();
        assertThat(after.open("letter", renewed)).hasValue(TEXT);
    }

    @Test
    void sayWhichKeyIsMissing() {
        var closed = before.close("letter", TEXT);

        assertThatThrownBy(() -> after.open("letter", closed))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining(old.id());
    }

    private static LocalKey key(int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return new LocalKey(new SecretKeySpec(bytes, "AES"));
    }

    private static Envelopes envelopes(KeyService keys) {
        return new Envelopes(keys, Clock.systemUTC());
    }
}
