package com.socialflow.platform.images;

import static com.socialflow.core.Require.require;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of images and what follows from them. A name is a digest of the bytes and of the upload: what is behind it
 * never changes, it is never used again, and nobody finds out by it who else has the same picture.
 */
final class ImageNames {

    /** Addresses begin with it. */
    static final String ROOT = "/media/images/";

    /** Keys of objects begin with it. */
    private static final String FOLDER = "images/";

    /** 160 bits of the digest: no two are ever the same. */
    private static final int DIGEST_BYTES = 20;

    /** Characters of the digest that tell folders apart: about a thousand of them. */
    private static final int SHARD = 2;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern NAME = Pattern.compile("[a-z2-7]{32}\\.(jpg|png)");
    private static final Pattern FILE = Pattern.compile("([a-z2-7]{32})-([1-9][0-9]{1,3})\\.(jpg|png)");

    private ImageNames() {}

    /**
     * The name of an image.
     *
     * @param upload the number of the upload, never used before
     * @param extension {@code jpg} or {@code png}
     */
    static String of(long upload, byte[] bytes, String extension) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(upload).flip());
            return base32(digest.digest(bytes)) + "." + extension;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(byte[] digest) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < DIGEST_BYTES; i++) {
            held = (held << 8) | (digest[i] & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(ALPHABET.charAt((held >>> (bits - 5)) & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    static String address(String image, int size) {
        return ROOT + stem(image) + "-" + size + "." + extension(image);
    }

    /** Where all sizes of an image lie. */
    static String folder(String image) {
        require(NAME.matcher(image).matches(), "no image has this name");
        return folderOf(stem(image));
    }

    private static String folderOf(String stem) {
        return FOLDER + stem.substring(0, SHARD) + "/" + stem + "/";
    }

    static String key(String image, int size) {
        return folder(image) + size + "." + extension(image);
    }

    /** The key of the object at an address; empty when the address is of another shape. */
    static Optional<String> key(String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        var file = FILE.matcher(path.substring(ROOT.length()));
        return file.matches()
                ? Optional.of(folderOf(file.group(1)) + file.group(2) + "." + file.group(3))
                : Optional.empty();
    }

    private static String stem(String image) {
        return image.substring(0, image.indexOf('.'));
    }

    private static String extension(String image) {
        return image.substring(image.indexOf('.') + 1);
    }
}
