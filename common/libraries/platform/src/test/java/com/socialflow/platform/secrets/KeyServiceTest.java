package com.socialflow.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.testkit.Asvs;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyServiceTest {

    private static final byte[] TEXT = "what nobody else may read".getBytes(UTF_8);

    @SuppressWarnings("NullAway.Init") // before any test
    private static TestKms kms;

    @TempDir
    Path data;

    @BeforeAll
    static void start() {
        kms = TestKms.start();
    }

    @AfterAll
    static void stop() {
        kms.close();
    }

    @Asvs("V13.3.1")
    @Test
    void movesFromTheMasterKeyToKmsAndBack() throws GeneralSecurityException {
        var local = service(settings("", List.of()));
        var remote = service(settings(kms.arn(1), List.of()));
        var back = service(settings("", List.of(kms.arn(1))));
        var key = local.generate("person:7");
        var closed = key.cipher().encrypt(TEXT, new byte[0]);

        assertThat(remote.current()).isEqualTo(kms.arn(1));
        var there = remote.rewrap(key.wrapped(), "person:7").orElseThrow();
        var here = back.rewrap(there, "person:7").orElseThrow();

        assertThat(there.by()).isEqualTo(kms.arn(1));
        assertThat(here.by()).isEqualTo(local.current());
        for (var wrapped : List.of(key.wrapped(), there)) {
            assertThat(remote.unwrap(wrapped, "person:7").orElseThrow().decrypt(closed, new byte[0]))
                    .isEqualTo(TEXT);
        }
        assertThat(local.unwrap(here, "person:7").orElseThrow().decrypt(closed, new byte[0]))
                .isEqualTo(TEXT);
        assertThatThrownBy(() -> local.unwrap(there, "person:7"))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining(kms.arn(1));
    }

    @Test
    void nobodyOpensWhatAThrowawayKeyClosed() throws GeneralSecurityException {
        var keys = service(settings("", List.of()));
        var closed = keys.throwaway().encrypt(TEXT, new byte[0]);

        assertThatThrownBy(() -> keys.throwaway().decrypt(closed, new byte[0]))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static SecretSettings settings(String arn, List<String> previousArns) {
        return new SecretSettings("", List.of(), arn, previousArns, kms.address(), "access", "secret");
    }

    private KeyService service(SecretSettings settings) {
        var platform = new PlatformSettings(data, "", new PlatformSettings.Redis(""), new PlatformSettings.Kafka(""));
        return KeyService.of(settings, new MasterKey(settings, platform, new SecureRandom()));
    }
}
