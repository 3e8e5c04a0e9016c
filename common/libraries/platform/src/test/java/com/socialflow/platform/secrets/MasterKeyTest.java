package com.socialflow.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.testkit.Asvs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    @TempDir
    Path data;

    private final SecureRandom random = new SecureRandom();

    @Test
    void isMadeOnceAndForItsOwnerAlone() throws IOException {
        var first = key("").derive("test", "AES");
        var second = key("").derive("test", "AES");

        assertThat(second).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void isOneKeyThoughManyMakeItAtOnce() {
        var keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(_ -> key("").derive("test", "AES"))
                .distinct();

        assertThat(keys).hasSize(1);
    }

    @Test
    void givesEachPurposeItsOwn() {
        var key = key(Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(key.derive("one", "AES")).isNotEqualTo(key.derive("two", "AES"));
        assertThat(key.derive("one", "AES").getEncoded()).hasSize(32);
    }

    @Asvs("V13.3.2")
    @Test
    void isRefusedWhenOthersCanReadIt() throws IOException {
        key("");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> key("")).hasMessageContaining("chmod 600");
    }

    @Test
    void isRefusedWhenOthersCanReplaceIt() throws IOException {
        key("");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw--w----"));
        assertThatThrownBy(() -> key("")).hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> key("")).hasMessageContaining("chmod 700");
    }

    @Test
    void knowsTheKeysThatItReplaced() throws IOException {
        var first = key("").derive("test", "AES");
        Files.move(file(), data.resolve("keys/previous-1.key"));

        var second = key("");

        assertThat(second.derive("test", "AES")).isNotEqualTo(first);
        assertThat(second.derivePrevious("test", "AES")).containsExactly(first);
    }

    @Test
    void isRefusedWhenItIsTooShort() {
        assertThatThrownBy(() -> key("c2hvcnQ=")).hasMessageContaining("socialflow.secrets.master-key");
    }

    private Path file() {
        return data.resolve("keys/master.key");
    }

    private MasterKey key(String configured) {
        var platform = new PlatformSettings(data, "", new PlatformSettings.Redis(""), new PlatformSettings.Kafka(""));
        return new MasterKey(TestSecrets.masterKey(configured), platform, random);
    }
}
