package com.socialflow.platform.images;

import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageSizes.Area;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes an image anew in sizes. Pixels are all that goes from the old one into the new one: no place,
 * no camera, no comment, no second file behind the first.
 */
final class ImageRendering {

    /** Where most people stop seeing a difference. */
    private static final float JPEG_QUALITY = 0.85f;

    private ImageRendering() {}

    /**
     * An image in its sizes.
     *
     * @param extension {@code jpg}, or {@code png} when it is transparent in places
     * @param largest how large the largest size is
     * @param sizes files by the names of the sizes
     */
    record Rendered(String extension, Area largest, Map<Integer, byte[]> sizes) {

        Rendered {
            sizes = Map.copyOf(sizes);
        }
    }

    /**
     * The image made anew.
     *
     * @throws Problem 415 when it is none that is known, 422 when it is too large or damaged
     */
    static Rendered render(byte[] bytes, ImageSizes sizes) {
        var format = ImageFormat.of(bytes)
                .orElseThrow(
                        () -> Problem.of(415, "image-type-not-supported", "an image is a PNG, JPEG, WebP or GIF file"));
        var orientation = Orientation.of(format, bytes);
        var decoded = ImageDecoder.decode(format, bytes, sizes, orientation);
        var largest = sizes.area(sizes.names().getFirst(), decoded.upright());
        var image = orientation.upright(scaled(decoded.image(), orientation.turns() ? largest.turned() : largest));
        var transparent = transparent(image);
        var files = new LinkedHashMap<Integer, byte[]>();
        for (var name : sizes.names()) {
            image = scaled(image, sizes.area(name, decoded.upright()));
            files.put(name, transparent ? png(image) : jpeg(image));
        }
        return new Rendered(transparent ? "png" : "jpg", largest, files);
    }

    private static BufferedImage scaled(BufferedImage image, Area to) {
        return scaled(image, to.width(), to.height());
    }

    /** By halves, so that every pixel counts, and then to the size. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var now = image;
        while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return now.getWidth() == width && now.getHeight() == height
                ? now
                : drawn(now, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, Object interpolation) {
        var drawn = new BufferedImage(width, height, image.getType());
        Graphics2D canvas = drawn.createGraphics();
        canvas.setComposite(AlphaComposite.Src);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static boolean transparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] png(BufferedImage image) {
        return written(image, "png");
    }

    private static byte[] jpeg(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return written(image, "jpeg");
        }
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return written(opaque, "jpeg");
    }

    private static byte[] written(BufferedImage image, String format) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
