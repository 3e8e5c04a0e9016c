package com.socialflow.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The folder with the master key, {@code master.key}, and those that it replaced, {@code previous-….key}. Refused when
 * somebody else can read or replace what is in it.
 */
final class KeyFiles {

    private static final String PREVIOUS = "previous*.key";

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final SecureRandom random;

    KeyFiles(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The key, in base 64; made when there is none. */
    String current() {
        var file = folder.resolve("master.key");
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the master key " + file, e);
        }
    }

    /** The keys before it, in base 64. */
    List<String> previous() {
        var keys = new ArrayList<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, PREVIOUS)) {
                for (var file : files) {
                    keys.add(read(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the previous master keys in " + folder, e);
            }
        }
        return keys;
    }

    private String read(Path file) throws IOException {
        requirePrivate(file);
        return Files.readString(file);
    }

    /** Written aside and linked into place: of several first starts one wins, and no one reads half a key. */
    private void create(Path file) throws IOException {
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // As it is, then.
        }
        var made = new byte[MasterKey.BYTES];
        random.nextBytes(made);
        var draft = Files.createTempFile(folder, "master", ".draft", ownerAlone);
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(made) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key it is.
        } finally {
            Files.delete(draft);
        }
    }

    private void requirePrivate(Path file) throws IOException {
        for (var permission : Files.getPosixFilePermissions(file)) {
            if (OF_OTHERS.contains(permission)) {
                throw new IllegalStateException("%s can be read or written by others: chmod 600 it".formatted(file));
            }
        }
        for (var permission : Files.getPosixFilePermissions(folder)) {
            // To list it tells nobody a key; to write in it replaces one.
            if (permission == PosixFilePermission.GROUP_WRITE || permission == PosixFilePermission.OTHERS_WRITE) {
                throw new IllegalStateException("%s can be written by others: chmod 700 it".formatted(folder));
            }
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
