package com.socialflow.testkit;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Image files as people and attackers make them. */
public final class Pictures {

    /** What no picture of ours may tell. */
    public static final String SECRET = "SECRET-CAMERA 50.0755N 14.4378E";

    /** Left half red, right half blue, 40 by 20, with Exif that says: turn a quarter to the right. */
    public static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRsAAAABXRUJQVlA4WAoAAAAIAAAAJwAAEwAAVlA4IGoAAAAQBQCdASooABQAPm0skkWkIqGYBABABsSgDKLpB8oHIBDA"
                    + "PwArv/cAANbZBF90FRgAAP7wOEP/cd0c4T3/94z/uy/dl8szq0atPq+is/0I7uT9g/yac522HBlCnnlQnwrdKZX7lVlN"
                    + "AAAARVhJRjAAAABNTQAqAAAACAACAQ8AAgAAAAoAAAAmARIAAwAAAAEABgAAAAAAAFNFQ1JFVENBTQA=");

    /** Half-transparent green. */
    public static final byte[] WEBP_TRANSPARENT =
            Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvF8AFEAdQ5IgCBiKi/wEA");

    /** Red first, then green. */
    public static final byte[] WEBP_ANIMATED = Base64.getDecoder()
            .decode("UklGRoQAAABXRUJQVlA4WAoAAAACAAAAEwAAEwAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAAAAAAAABMAABMAAAAAAAJWUDhM"
                    + "DwAAAC8TwAQABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAABMAABMAAAAAAABWUDhMDwAAAC8TwAQAB9D/iP4HIqL/AQA=");

    /** Red in the colours of print. */
    public static final byte[] JPEG_OF_A_PRESS = Base64.getDecoder()
            .decode("/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAKBwcIBwYKCAgICwoKCw4YEA4NDQ4dFRYRGCMfJSQiHyIhJis3LyYpNCkhIjBBMTQ5"
                    + "Oz4+PiUuRElDPEg3PT47/8AAFAgAGAAYBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkK"
                    + "C//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYn"
                    + "KCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqy"
                    + "s7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD2avGa8Zr2"
                    + "aiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiv/Z");

    private static final int SIGNATURE_BYTES = 8;

    private Pictures() {}

    /** A picture of four quarters: red, green; blue, white. */
    public static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.setColor(Color.GREEN);
        canvas.fillRect(width / 2, 0, width - width / 2, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width / 2, height - height / 2);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(width / 2, height / 2, width - width / 2, height - height / 2);
        canvas.dispose();
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JPEG with Exif: an orientation, a camera, and where the picture was taken. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        var tiff = tiff(orientation);
        var segment = ByteBuffer.allocate(4 + 6 + tiff.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        var comment = SECRET.getBytes(StandardCharsets.US_ASCII);
        var remark = ByteBuffer.allocate(4 + comment.length);
        remark.putShort((short) 0xFFFE).putShort((short) (2 + comment.length)).put(comment);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment.array());
        out.writeBytes(remark.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The JPEG with the colour profile of linear light. */
    public static byte[] jpegInLinearLight(byte[] jpeg) {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var segment = ByteBuffer.allocate(4 + 14 + profile.length);
        segment.putShort((short) 0xFFE2).putShort((short) (2 + 14 + profile.length));
        segment.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {1, 1})
                .put(profile);
        // Behind the JFIF segment, which comes first.
        var jfif = 2 + 2 + ((jpeg[4] & 0xff) << 8 | (jpeg[5] & 0xff));
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jfif);
        out.writeBytes(segment.array());
        out.write(jpeg, jfif, jpeg.length - jfif);
        return out.toByteArray();
    }

    /** The PNG with the colour profile of linear light. */
    public static byte[] pngInLinearLight(byte[] png) {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes("linear\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var deflated = new DeflaterOutputStream(chunk)) {
            deflated.write(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withChunk(png, "iCCP", chunk.toByteArray());
    }

    /** Orientation, Make, and a GPS directory with a latitude reference. */
    private static byte[] tiff(int orientation) {
        var make = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 2 + 12 + 4 + make.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        var gps = 8 + 2 + 3 * 12 + 4;
        var makeAt = gps + 2 + 12 + 4;
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, make.length, makeAt);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
        tiff.putInt(0).put(make);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The PNG with a chunk before its image data. */
    public static byte[] withChunk(byte[] png, String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        var afterHeader = SIGNATURE_BYTES + 25;
        out.write(png, 0, afterHeader);
        chunk(out, name, content);
        out.write(png, afterHeader, png.length - afterHeader);
        return out.toByteArray();
    }

    /** The PNG with an orientation in an eXIf chunk. */
    public static byte[] withOrientation(byte[] png, int orientation) {
        return withChunk(png, "eXIf", tiff(orientation));
    }

    /** A PNG of so many black pixels, which takes a thousandth of them in bytes. */
    public static byte[] bomb(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        // One bit, gray.
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        var data = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(data)) {
            var row = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var typed = ByteBuffer.allocate(4 + content.length);
        typed.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        var sum = new CRC32();
        sum.update(typed.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(typed.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
