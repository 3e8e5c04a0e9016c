package com.socialflow.platform.images;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** What the numbers of a PNG mean, which the JDK's reader passes over (PNG, section 11.3.2.3: iCCP). */
final class PngColours {

    /** Bytes of a profile that is unpacked: those of cameras and screens have a hundredth of it. */
    private static final int PROFILE_MAX = 1024 * 1024;

    private static final int SIGNATURE_BYTES = 8;

    private PngColours() {}

    /** The same picture with the numbers that mean it in sRGB. */
    static BufferedImage standard(byte[] png, BufferedImage image) {
        return profile(png).map(profile -> converted(image, profile)).orElse(image);
    }

    private static Optional<ICC_Profile> profile(byte[] png) {
        var data = ByteBuffer.wrap(png).position(SIGNATURE_BYTES);
        var name = new byte[4];
        try {
            while (data.remaining() >= 8) {
                var length = data.getInt();
                data.get(name);
                var chunk = new String(name, StandardCharsets.US_ASCII);
                if (chunk.equals("iCCP")) {
                    return unpacked(data.slice(data.position(), length));
                }
                if (chunk.equals("IDAT")) {
                    return Optional.empty();
                }
                data.position(Math.addExact(data.position(), length + 4));
            }
            return Optional.empty();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | ArithmeticException
                | IllegalArgumentException
                | IOException e) {
            return Optional.empty();
        }
    }

    /** A name, a zero, the number of the method, and the packed profile. */
    private static Optional<ICC_Profile> unpacked(ByteBuffer chunk) throws IOException {
        while (chunk.get() != 0) {
            // The name of the profile: of no interest.
        }
        chunk.get();
        var packed = new byte[chunk.remaining()];
        chunk.get(packed);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            var bytes = in.readNBytes(PROFILE_MAX + 1);
            if (bytes.length > PROFILE_MAX) {
                return Optional.empty();
            }
            var profile = ICC_Profile.getInstance(bytes);
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? Optional.of(profile) : Optional.empty();
        }
    }

    private static BufferedImage converted(BufferedImage image, ICC_Profile profile) {
        var width = image.getWidth();
        var height = image.getHeight();
        var colours = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
        var pixel = new int[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var rgb = image.getRGB(x, y);
                pixel[0] = rgb >> 16 & 0xff;
                pixel[1] = rgb >> 8 & 0xff;
                pixel[2] = rgb & 0xff;
                colours.setPixel(x, y, pixel);
            }
        }
        try {
            var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(colours, colours);
        } catch (CMMException | IllegalArgumentException e) {
            // A profile that makes no sense says nothing.
            return image;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                colours.getPixel(x, y, pixel);
                var alpha = image.getRGB(x, y) & 0xff000000;
                image.setRGB(x, y, alpha | pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
            }
        }
        return image;
    }
}
