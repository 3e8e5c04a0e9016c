package com.socialflow.platform.images;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How an image has to be turned to be upright: cameras write it beside the pixels (Exif 2.32, tag 274), from where it
 * is lost when an image is made anew.
 */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    FLIPPED,
    TRANSPOSED,
    QUARTER_TO_THE_RIGHT,
    TRANSVERSED,
    QUARTER_TO_THE_LEFT;

    private static final int TAG = 274;
    private static final int TIFF_MAGIC = 42;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** The start of what follows in a JPEG's image data. */
    private static final int START_OF_SCAN = 0xDA;

    private static final int APP1 = 0xE1;

    /** Whether width and height change places. */
    boolean turns() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    /** What the bytes say; upright when they say nothing, or nonsense. */
    static Orientation of(ImageFormat format, byte[] bytes) {
        var data = ByteBuffer.wrap(bytes);
        try {
            return switch (format) {
                case JPEG -> ofJpeg(data);
                case PNG -> ofChunks(data, 8, "eXIf", true);
                case WEBP -> ofChunks(data, 12, "EXIF", false);
                case GIF -> UPRIGHT;
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static Orientation ofJpeg(ByteBuffer data) {
        data.position(2);
        while (data.remaining() > 4 && (data.get() & 0xff) == 0xFF) {
            var marker = data.get() & 0xff;
            if (marker == 0xFF) {
                data.position(data.position() - 1);
                continue;
            }
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            var length = (data.getShort() & 0xffff) - 2;
            if (marker == APP1 && begins(data, EXIF)) {
                return ofTiff(data.slice(data.position(), length));
            }
            data.position(data.position() + length);
        }
        return UPRIGHT;
    }

    /** PNG has big-endian lengths before the name and a checksum behind; RIFF little-endian ones behind, and pads. */
    private static Orientation ofChunks(ByteBuffer data, int start, String wanted, boolean png) {
        data.order(png ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).position(start);
        var name = new byte[4];
        while (data.remaining() >= 8) {
            int length;
            if (png) {
                length = data.getInt();
                data.get(name);
            } else {
                data.get(name);
                length = data.getInt();
            }
            if (new String(name, StandardCharsets.US_ASCII).equals(wanted)) {
                return ofTiff(data.slice(data.position(), length));
            }
            data.position(Math.addExact(data.position(), length + (png ? 4 : length % 2)));
        }
        return UPRIGHT;
    }

    private static boolean begins(ByteBuffer data, byte[] with) {
        var first = new byte[with.length];
        data.get(data.position(), first);
        return Arrays.equals(first, with);
    }

    private static Orientation ofTiff(ByteBuffer data) {
        var start = data.remaining() > EXIF.length && begins(data, EXIF) ? EXIF.length : 0;
        var tiff = data.slice(start, data.remaining() - start);
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != TIFF_MAGIC) {
            return UPRIGHT;
        }
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                var value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The image turned upright. */
    BufferedImage upright(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var turned = new BufferedImage(turns() ? height : width, turns() ? width : height, image.getType());
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                var pixel = switch (this) {
                    case UPRIGHT -> image.getRGB(x, y);
                    case MIRRORED -> image.getRGB(width - 1 - x, y);
                    case UPSIDE_DOWN -> image.getRGB(width - 1 - x, height - 1 - y);
                    case FLIPPED -> image.getRGB(x, height - 1 - y);
                    case TRANSPOSED -> image.getRGB(y, x);
                    case QUARTER_TO_THE_RIGHT -> image.getRGB(y, height - 1 - x);
                    case TRANSVERSED -> image.getRGB(width - 1 - y, height - 1 - x);
                    case QUARTER_TO_THE_LEFT -> image.getRGB(width - 1 - y, x);
                };
                turned.setRGB(x, y, pixel);
            }
        }
        return turned;
    }
}
