package com.socialflow.platform.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What can be taken in, told by the first bytes: names and headers are claims. */
enum ImageFormat {
    PNG("image/png", 40_000_000),
    JPEG("image/jpeg", 40_000_000),
    GIF("image/gif", 40_000_000),

    /** Its decoder is written in Java and holds some 25 bytes for each pixel. */
    WEBP("image/webp", 12_000_000);

    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    private static final byte[] JPEG_SCAN = {(byte) 0xFF, (byte) 0xDA};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
    private static final int RIFF_HEADER_BYTES = 8;

    private final String mediaType;
    private final int pixelsMax;

    ImageFormat(String mediaType, int pixelsMax) {
        this.mediaType = mediaType;
        this.pixelsMax = pixelsMax;
    }

    String mediaType() {
        return mediaType;
    }

    /** How many pixels are decoded at most: more than any camera in a pocket takes, less than fills the memory. */
    int pixelsMax() {
        return pixelsMax;
    }

    static Optional<ImageFormat> of(byte[] bytes) {
        if (begins(bytes, PNG_MAGIC)) {
            return Optional.of(PNG);
        }
        if (begins(bytes, JPEG_MAGIC)) {
            return Optional.of(JPEG);
        }
        if (text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        return text(bytes, 0).equals("GIF8") ? Optional.of(GIF) : Optional.empty();
    }

    /** Whether nothing is cut off at the end: some decoders make up what is missing. */
    boolean whole(byte[] bytes) {
        return switch (this) {
            case PNG -> lastIndexOf(bytes, PNG_END) > 0;
            case JPEG -> lastIndexOf(bytes, JPEG_END) > lastIndexOf(bytes, JPEG_SCAN);
            case WEBP ->
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4) <= bytes.length - RIFF_HEADER_BYTES;
            case GIF -> true;
        };
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int i = bytes.length - wanted.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        return bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static String text(byte[] bytes, int at) {
        return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
