package com.socialflow.platform.images;

import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageSizes.Area;
import java.awt.AlphaComposite;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes as much of an image as is needed, in sRGB. How large it is, its header tells before memory is taken; of a
 * large one every second, third or later pixel is read.
 */
final class ImageDecoder {

    /** How often all pixels of a progressive JPEG are gone over: encoders take about ten times. */
    private static final int SCANS_MAX = 100;

    private static final long SCANNED_PIXELS_MAX = 1_000_000_000;

    private ImageDecoder() {}

    /** Pixels, not turned upright, and how large the upright image was of which they are every so many. */
    record Decoded(BufferedImage image, Area upright) {}

    /**
     * The part of the image that the sizes show, with at least as many pixels as the largest size where it has them.
     *
     * @throws Problem 422 when it is too large, or no image after all
     */
    static Decoded decode(ImageFormat format, byte[] bytes, ImageSizes sizes, Orientation orientation) {
        if (!format.whole(bytes)) {
            throw unreadable();
        }
        var reader = ImageIO.getImageReadersByMIMEType(format.mediaType()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            var whole = checked(reader, format, bytes);
            var image = standard(read(reader, whole, sizes, orientation));
            return new Decoded(
                    format == ImageFormat.PNG ? PngColours.standard(bytes, image) : image,
                    orientation.turns() ? whole.turned() : whole);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            // Decoders meet bytes that nobody thought of in many ways.
            throw unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static Problem unreadable() {
        return Problem.unprocessable("image-unreadable", "this is no whole image");
    }

    private static Area checked(ImageReader reader, ImageFormat format, byte[] bytes) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var pixels = (long) width * height;
        if (width < 1 || height < 1) {
            throw new IIOException("no pixels");
        }
        if (pixels > format.pixelsMax()) {
            throw Problem.unprocessable(
                    "image-too-many-pixels", "an image of this kind has at most %d pixels", format.pixelsMax());
        }
        if (format == ImageFormat.JPEG) {
            var scans = scans(bytes);
            if (scans > SCANS_MAX || scans * pixels > SCANNED_PIXELS_MAX) {
                throw Problem.unprocessable("image-unreadable", "this image has too many layers");
            }
        }
        return new Area(width, height);
    }

    private static BufferedImage read(ImageReader reader, Area whole, ImageSizes sizes, Orientation orientation)
            throws IOException {
        var turns = orientation.turns();
        var part = part(whole, sizes, turns);
        var largest = sizes.names().getFirst();
        var area = sizes.area(largest, turns ? whole.turned() : whole);
        var wanted = turns ? area.turned() : area;
        var spare = sizes instanceof ImageSizes.Cut cut ? cut.spare() : 1;
        var step =
                Math.max(1, Math.min(part.width / (wanted.width() * spare), part.height / (wanted.height() * spare)));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceRegion(part);
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static Rectangle part(Area whole, ImageSizes sizes, boolean turns) {
        return switch (sizes) {
            case ImageSizes.Cut cut ->
                middle(whole.width(), whole.height(), turns ? 1 : cut.ratio(), turns ? cut.ratio() : 1);
            case ImageSizes.Fit _ -> new Rectangle(whole.width(), whole.height());
        };
    }

    /** How many scans a JPEG has: within one, the marker's first byte is escaped. */
    private static long scans(byte[] bytes) {
        long scans = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xDA) {
                scans++;
            }
        }
        return scans;
    }

    private static Rectangle middle(int width, int height, int across, int down) {
        var partWidth = (int) Math.clamp((long) height * across / down, 1, width);
        var partHeight = (int) Math.clamp((long) width * down / across, 1, height);
        return new Rectangle((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
    }

    /** The same picture in sRGB, with or without transparency as it was. */
    private static BufferedImage standard(BufferedImage image) {
        var transparent = image.getColorModel().hasAlpha();
        var type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var standard = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var colours = image.getColorModel().getColorSpace();
        // Drawing takes gray for what it looks like; a conversion would take it for light, and brighten it.
        if (colours.isCS_sRGB() || colours == ColorSpace.getInstance(ColorSpace.CS_GRAY)) {
            var canvas = standard.createGraphics();
            canvas.setComposite(AlphaComposite.Src);
            canvas.drawImage(image, 0, 0, null);
            canvas.dispose();
            return standard;
        }
        return new ColorConvertOp(null).filter(image, standard);
    }
}
