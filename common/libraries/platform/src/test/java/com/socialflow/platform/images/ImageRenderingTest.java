package com.socialflow.platform.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageSizes.Area;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRenderingTest {

    private static final ImageSizes AVATAR = new ImageSizes.Cut(1, 2, List.of(384, 192, 96));
    private static final ImageSizes BANNER = new ImageSizes.Cut(4, 1, List.of(2_560, 1_280, 640));
    private static final ImageSizes WHOLE = new ImageSizes.Fit(List.of(2_048, 640));
    private static final List<ImageSizes> KINDS = List.of(AVATAR, BANNER);
    private static final Area ANY = new Area(1, 1);

    @ParameterizedTest
    @CsvSource({"4000, 3000, 2048, 1536, 640, 480", "300, 200, 300, 200, 300, 200", "4096, 1, 2048, 1, 640, 1"})
    void fitsWholePicturesInTheirOwnProportion(int width, int height, int large, int high, int small, int low) {
        var rendered = ImageRendering.render(Pictures.file(Pictures.quarters(width, height), "png"), WHOLE);

        assertThat(rendered.largest()).isEqualTo(new Area(large, high));
        assertThat(size(bytes(rendered, 2_048))).isEqualTo(new Area(large, high));
        assertThat(size(bytes(rendered, 640))).isEqualTo(new Area(small, low));
    }

    @Test
    void fitsTurnedPicturesUpright() {
        var lying = Pictures.withExif(Pictures.file(Pictures.quarters(900, 600), "jpeg"), 6);

        var rendered = ImageRendering.render(lying, WHOLE);

        assertThat(rendered.largest()).isEqualTo(new Area(600, 900));
        assertThat(colours(Pictures.read(bytes(rendered, 640)))).isEqualTo("blue red / white green");
        assertThat(size(bytes(rendered, 640))).isEqualTo(new Area(427, 640));
        assertThat(text(bytes(rendered, 2_048))).doesNotContain("Exif", "SECRET");
    }

    private static Area size(byte[] file) {
        var image = Pictures.read(file);
        return new Area(image.getWidth(), image.getHeight());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void makesEverySizeOfEveryFormat(String format) {
        var file = Pictures.file(Pictures.quarters(900, 700), format);
        for (var kind : KINDS) {
            var rendered = ImageRendering.render(file, kind);

            assertThat(rendered.extension()).isEqualTo("jpg");
            for (var width : kind.names()) {
                var image = Pictures.read(bytes(rendered, width));
                assertThat(image.getWidth()).isEqualTo(width);
                assertThat(image.getHeight()).isEqualTo(kind.area(width, ANY).height());
                assertThat(colours(image)).isEqualTo("red green / blue white");
            }
        }
    }

    /** Exif 2.32, tag 274: what is where once the picture is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, red green / blue white",
        "2, green red / white blue",
        "3, white blue / green red",
        "4, blue white / red green",
        "5, red blue / green white",
        "6, blue red / white green",
        "7, white green / blue red",
        "8, green white / red blue",
        "0, red green / blue white",
        "9, red green / blue white"
    })
    void turnsPicturesUpright(int orientation, String expected) {
        var plain = Pictures.quarters(800, 500);
        var jpeg = Pictures.withExif(Pictures.file(plain, "jpeg"), orientation);
        var png = Pictures.withOrientation(Pictures.file(plain, "png"), orientation);

        for (var kind : KINDS) {
            assertThat(colours(kind, jpeg)).isEqualTo(expected);
            assertThat(colours(kind, png)).isEqualTo(expected);
        }
    }

    @Test
    void keepsNoByteOfWhatTheCameraWrote() {
        var jpeg = Pictures.withExif(Pictures.file(Pictures.quarters(500, 500), "jpeg"), 6);
        assertThat(text(jpeg)).contains(Pictures.SECRET, "Exif");

        for (var kind : KINDS) {
            ImageRendering.render(jpeg, kind)
                    .sizes()
                    .values()
                    .forEach(file -> assertThat(text(file))
                            .doesNotContain("Exif", "SECRET", "CAMERA", "50.0755", "14.4378", "MM\0*", "GPS"));
        }
    }

    @Asvs("V5.3.1")
    @Test
    void keepsNothingOfASecondFileWithinAPicture() {
        var html = "<script>alert(document.domain)</script>";
        var png = Pictures.file(Pictures.quarters(100, 100), "png");
        var inAComment = Pictures.withChunk(png, "tEXt", ("Comment\0" + html).getBytes(StandardCharsets.ISO_8859_1));
        var behind = (text(png) + html).getBytes(StandardCharsets.ISO_8859_1);

        for (var polyglot : new byte[][] {inAComment, behind}) {
            assertThat(text(polyglot)).contains("<script>");
            ImageRendering.render(polyglot, AVATAR)
                    .sizes()
                    .values()
                    .forEach(file -> assertThat(text(file)).doesNotContain("script", "alert", "tEXt"));
        }
    }

    @Test
    void readsWebP() {
        var turned = Pictures.read(bytes(ImageRendering.render(Pictures.WEBP, AVATAR), 192));
        assertThat(name(turned.getRGB(96, 20)) + " over " + name(turned.getRGB(96, 170)))
                .isEqualTo("red over blue");

        var first = Pictures.read(bytes(ImageRendering.render(Pictures.WEBP_ANIMATED, AVATAR), 96));
        assertThat(name(first.getRGB(48, 48))).isEqualTo("red");
    }

    @Test
    void keepsTransparencyAsPng() {
        var rendered = ImageRendering.render(Pictures.WEBP_TRANSPARENT, AVATAR);

        assertThat(rendered.extension()).isEqualTo("png");
        assertThat(Pictures.read(bytes(rendered, 96)).getRGB(40, 40) >>> 24).isBetween(126, 130);
    }

    @Test
    void readsTheColoursOfPrint() {
        var image = Pictures.read(bytes(ImageRendering.render(Pictures.JPEG_OF_A_PRESS, AVATAR), 96));

        assertThat(name(image.getRGB(48, 48))).isEqualTo("red");
    }

    @Test
    void readsGray() {
        var gray = new BufferedImage(120, 120, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), (byte) 128);

        for (var format : new String[] {"png", "jpeg"}) {
            var image = Pictures.read(bytes(ImageRendering.render(Pictures.file(gray, format), AVATAR), 96));
            assertThat(image.getRGB(10, 10) & 0xff).isBetween(126, 130);
        }
    }

    /** As a camera that has colours of its own writes them: other numbers, and the profile that says what they mean. */
    @Test
    void convertsColoursOfAProfileToTheUsualOnes() {
        // A fifth of the light, which looks half as bright.
        var linear = flat(0x373737);
        for (var file : new byte[][] {
            Pictures.jpegInLinearLight(Pictures.file(linear, "jpeg")),
            Pictures.pngInLinearLight(Pictures.file(linear, "png"))
        }) {
            var rendered = bytes(ImageRendering.render(file, AVATAR), 96);

            assertThat(Pictures.read(rendered).getRGB(50, 50) & 0xff).isBetween(122, 134);
            assertThat(text(rendered)).doesNotContain("ICC_PROFILE", "linear");
        }
    }

    @Asvs({"V5.2.3", "V15.2.2"})
    @Test
    void refusesBombsBeforeTheyGoOff() {
        var bomb = Pictures.bomb(50_000, 50_000);
        assertThat(bomb.length).isLessThan(1_000_000);

        refused(() -> ImageRendering.render(bomb, AVATAR), 422, "image-too-many-pixels");
        var larger = Pictures.bomb(40_001, 1_000);
        refused(() -> ImageRendering.render(larger, AVATAR), 422, "image-too-many-pixels");
        assertThat(ImageRendering.render(Pictures.bomb(40_000, 1_000), AVATAR).sizes())
                .hasSize(3);
        assertThat(ImageRendering.render(Pictures.bomb(1, 3_000), BANNER).sizes())
                .hasSize(3);
    }

    @Test
    void refusesJpegsOfVeryManyLayers() {
        var jpeg = Pictures.file(Pictures.quarters(100, 100), "jpeg");
        var scan = new byte[] {(byte) 0xFF, (byte) 0xDA};
        var many = new StringBuilder(text(jpeg));
        many.insert(many.length() - 2, text(scan).repeat(200));

        refused(
                () -> ImageRendering.render(many.toString().getBytes(StandardCharsets.ISO_8859_1), AVATAR),
                422,
                "image-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void refusesWhatIsCutOff(String format) {
        var file = Pictures.file(Pictures.quarters(300, 300), format);
        for (var length : new int[] {12, 40, file.length / 2, file.length - 3}) {
            var cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> ImageRendering.render(cut, AVATAR)).isInstanceOf(Problem.class);
        }
        var cut = Arrays.copyOf(Pictures.WEBP, 100);
        refused(() -> ImageRendering.render(cut, AVATAR), 422, "image-unreadable");
    }

    @Test
    void refusesWhatIsNoPicture() {
        for (var text : new String[] {
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "<?xml version=\"1.0\"?><svg/>",
            "<html>",
            "%PDF-1.7",
            "BM",
            "II*\0",
            "x"
        }) {
            refused(
                    () -> ImageRendering.render(text.getBytes(StandardCharsets.UTF_8), AVATAR),
                    415,
                    "image-type-not-supported");
        }
    }

    /** Whatever the bytes are, the answer is an image or a refusal. */
    @Test
    void survivesDamage() {
        var random = new Random(Long.getLong("seed", 7));
        var files = new byte[][] {
            Pictures.file(Pictures.quarters(60, 40), "png"),
            Pictures.withExif(Pictures.file(Pictures.quarters(60, 40), "jpeg"), 6),
            Pictures.file(Pictures.quarters(60, 40), "gif"),
            Pictures.WEBP,
            Pictures.WEBP_TRANSPARENT
        };
        for (int round = 0; round < 300; round++) {
            var damaged = files[round % files.length].clone();
            for (int i = 0; i <= round % 6; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(ImageRendering.render(damaged, AVATAR).sizes()).hasSize(3);
            } catch (Problem refusal) {
                assertThat(refusal.status()).isIn(415, 422);
            }
        }
    }

    private static void refused(ThrowingCallable what, int status, String code) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(status);
        });
    }

    private static BufferedImage flat(int colour) {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(new Color(colour));
        canvas.fillRect(0, 0, 200, 200);
        canvas.dispose();
        return image;
    }

    private static byte[] bytes(ImageRendering.Rendered rendered, int width) {
        return Objects.requireNonNull(rendered.sizes().get(width));
    }

    private static String colours(ImageSizes kind, byte[] file) {
        return colours(Pictures.read(
                bytes(ImageRendering.render(file, kind), kind.names().getLast())));
    }

    private static String colours(BufferedImage image) {
        var left = image.getWidth() / 5;
        var right = image.getWidth() - left;
        var top = image.getHeight() / 5;
        var bottom = image.getHeight() - top;
        return "%s %s / %s %s"
                .formatted(
                        name(image.getRGB(left, top)),
                        name(image.getRGB(right, top)),
                        name(image.getRGB(left, bottom)),
                        name(image.getRGB(right, bottom)));
    }

    private static String name(int rgb) {
        var bits =
                ((rgb >> 16 & 0xff) > 127 ? 4 : 0) + ((rgb >> 8 & 0xff) > 127 ? 2 : 0) + ((rgb & 0xff) > 127 ? 1 : 0);
        return switch (bits) {
            case 4 -> "red";
            case 2 -> "green";
            case 1 -> "blue";
            case 7 -> "white";
            default -> Integer.toHexString(rgb);
        };
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
