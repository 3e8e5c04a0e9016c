package com.socialflow.platform.secrets;

import static com.socialflow.core.Require.require;

import com.socialflow.platform.PlatformSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret that all processes of an installation share: from the configuration, or else from a file under the
 * data directory that the first start writes and only its owner reads. Never used itself: each purpose has a key of its
 * own, derived from it (HKDF, RFC 5869).
 */
public class MasterKey {

    private static final int BYTES = 32;

    private final byte[] secret;

    MasterKey(SecretSettings settings, PlatformSettings platform, SecureRandom random) {
        var configured = settings.masterKey();
        this.secret = configured.isEmpty()
                ? stored(platform.data().resolve("keys").resolve("master.key"), random)
                : decoded(configured, "socialflow.secrets.master-key");
    }

    /** The key of a purpose, such as {@code playback-token}; always the same for the same purpose. 256 bits. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(secret, "Generic"))
                    .thenExpand(("socialflow " + purpose).getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] stored(Path file, SecureRandom random) {
        try {
            if (Files.notExists(file)) {
                create(file, random);
            }
            requirePrivate(file);
            return decoded(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the master key " + file, e);
        }
    }

    /** Written aside and linked into place: of several first starts one wins, and no one reads half a key. */
    private static void create(Path file, SecureRandom random) throws IOException {
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(file.getParent());
        var made = new byte[BYTES];
        random.nextBytes(made);
        var draft = Files.createTempFile(file.getParent(), "master", ".draft", ownerAlone);
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(made) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key it is.
        } finally {
            Files.delete(draft);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        var permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.GROUP_READ)) {
            throw new IllegalStateException("%s can be read by others: chmod 600 it".formatted(file));
        }
    }

    private static byte[] decoded(String text, String where) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            require(bytes.length == BYTES, "the master key of %s has %d bytes, not %d", where, bytes.length, BYTES);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("%s is not 32 bytes in base 64".formatted(where), e);
        }
    }
}
