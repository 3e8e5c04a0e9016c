package com.socialflow.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Set;

/** Files that only their owner reads, and the random passwords in them. */
final class SecretFile {

    /** 32 letters of 5 bits: 160 bits, past any guessing. */
    private static final int LETTERS = 32;

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private SecretFile() {}

    static String newPassword(SecureRandom random) {
        var letters = new StringBuilder(LETTERS);
        for (var i = 0; i < LETTERS; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    /** What the file says, or a new password that it says from now on. */
    static String passwordIn(Path file, SecureRandom random) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            var password = newPassword(random);
            replace(file, password + "\n");
            return password;
        }
    }

    /** Writes the file as a whole: a reader, and a power cut, see the old text or the new. */
    static void replace(Path file, String text) throws IOException {
        replace(file, text, true);
    }

    /** The same, but a power cut may leave it empty: for what the next start writes anyway. */
    static void replaceForNow(Path file, String text) throws IOException {
        replace(file, text, false);
    }

    private static void replace(Path file, String text, boolean force) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                DataDirectory.only("rw-------"))) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            if (force) {
                channel.force(true);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
