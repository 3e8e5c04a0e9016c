package com.socialflow.social.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.Pictures;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImageApiTest extends SocialServiceTest {

    private static final byte[] PHOTO = Pictures.withExif(Pictures.file(Pictures.quarters(3_000, 1_500), "jpeg"), 1);
    private static final byte[] SMALL = Pictures.file(Pictures.quarters(40, 20), "png");

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private ImageRows rows;

    @Test
    void makesTwoSizesOfAPictureAndKeepsNothingOfItsFile() throws Exception {
        var made = upload(alice, "?alt=A%20flag", PHOTO);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var image = made.json();
        assertThat(image.path("alt").asString()).isEqualTo("A flag");
        assertThat(image.path("width").asInt() + "x" + image.path("height").asInt())
                .isEqualTo("2048x1024");
        var large = file(image.path("url").asString());
        var preview = file(image.path("preview").asString());
        assertThat(Pictures.read(large.body()).getWidth()).isEqualTo(2_048);
        assertThat(Pictures.read(preview.body()).getWidth()).isEqualTo(640);
        for (var file : new byte[][] {large.body(), preview.body()}) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "SECRET", "50.0755");
        }
        assertThat(large.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable", "31536000");
        assertThat(image.path("url").asString()).matches("/media/images/[a-z2-7]{32}-2048\\.jpg");
    }

    @Test
    void aPostShowsItsPicturesInTheirOrder() {
        var first = id(upload(alice, "?alt=one", SMALL));
        var second = id(upload(alice, "", SMALL));

        var post = http.post("/api/v1/posts", alice, post(second, first));

        assertThat(post.status()).as(post.body()).isEqualTo(201);
        var images = http.get("/api/v1/posts/" + post.json().path("id").asString(), bob)
                .json()
                .path("images");
        assertThat(images).hasSize(2);
        assertThat(images.get(0).path("id").asString()).isEqualTo(second);
        assertThat(images.get(1).path("alt").asString()).isEqualTo("one");
    }

    @Test
    void aPictureIsOfItsOwnerAndOfOnePost() {
        var hers = id(upload(alice, "", SMALL));

        refused(http.post("/api/v1/posts", bob, post(hers)), 422, "invalid");
        assertThat(http.post("/api/v1/posts", alice, post(hers)).status()).isEqualTo(201);
        refused(http.post("/api/v1/posts", alice, post(hers)), 422, "invalid");
        refused(http.post("/api/v1/posts", alice, post("0HZZZZZZZZZZZ")), 422, "invalid");
        refused(http.delete("/api/v1/me/images/" + hers, alice), 409, "image-in-use");
    }

    @Test
    void anEditOfThePostSaysAnewWhatItShows() {
        var hers = id(upload(alice, "?alt=before", SMALL));
        var loose = id(upload(alice, "", SMALL));
        var post = http.post("/api/v1/posts", alice, post(hers)).json();
        var path = "/api/v1/posts/" + post.path("id").asString();
        var change = "{\"images\":[{\"id\":\"%s\",\"alt\":\"after\"}]}";

        assertThat(http.patch(path, alice, change.formatted(hers))
                        .json()
                        .at("/images/0/alt")
                        .asString())
                .isEqualTo("after");
        refused(http.patch(path, alice, change.formatted(loose)), 422, "invalid");
        refused(http.patch(path, bob, change.formatted(hers)), 403, "forbidden");
        refused(http.patch(path, alice, "{\"images\":[{\"alt\":\"x\"}]}"), 422, "invalid");
        refused(http.patch(path, alice, "{\"images\":[1]}"), 422, "invalid");
    }

    @Asvs("V8.2.2")
    @Test
    void othersNeitherDescribeNorDeleteIt() {
        var hers = id(upload(alice, "?alt=before", SMALL));
        var path = "/api/v1/me/images/" + hers;

        refused(http.patch(path, bob, "{\"alt\":\"mine\"}"), 404, "image-not-found");
        refused(http.delete(path, bob), 404, "image-not-found");
        assertThat(http.patch(path, alice, "{\"alt\":\"after\"}")
                        .json()
                        .path("alt")
                        .asString())
                .isEqualTo("after");
        refused(http.patch(path, alice, "{\"alt\":\"" + "x".repeat(1_501) + "\"}"), 422, "invalid");
        refused(http.patch(path, alice, "{\"alt\":1}"), 400, "malformed");
        refused(http.patch(path, alice, "{\"alt\":\"x\",\"owner\":\"y\"}"), 400, "malformed");
        refused(http.patch(path, null, "{\"alt\":\"x\"}"), 401, "authentication-required");
    }

    @Test
    void whatIsDeletedGoesWithItsFiles() {
        var loose = upload(alice, "", SMALL).json();
        var attached = upload(alice, "", SMALL).json();
        var post = http.post("/api/v1/posts", alice, post(attached.path("id").asString()));

        assertThat(http.delete("/api/v1/me/images/" + loose.path("id").asString(), alice)
                        .status())
                .isEqualTo(204);
        assertThat(http.delete("/api/v1/posts/" + post.json().path("id").asString(), alice)
                        .status())
                .isEqualTo(204);

        gone(loose.path("url").asString());
        gone(attached.path("url").asString());
        gone(attached.path("preview").asString());
    }

    @Test
    void whatNoPostWantsGoesAfterADay() {
        var loose = upload(alice, "", SMALL).json();
        var attached = upload(alice, "", SMALL).json();
        http.post("/api/v1/posts", alice, post(attached.path("id").asString()));

        clock.advance(ImageRows.LOOSE_MAX.minus(Duration.ofMinutes(1)));
        rows.sweep();
        assertThat(status(loose.path("url").asString())).isEqualTo(200);

        clock.advance(Duration.ofMinutes(2));
        rows.sweep();
        gone(loose.path("url").asString());
        assertThat(status(attached.path("url").asString())).isEqualTo(200);
        refused(http.post("/api/v1/posts", alice, post(loose.path("id").asString())), 422, "invalid");
    }

    @Asvs({"V5.2.1", "V5.2.2"})
    @Test
    void refusesWhatIsNoPictureOrTooMuchOfOne() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

        refused(upload(alice, "", svg), 415, "image-type-not-supported");
        refused(upload(alice, "", Pictures.bomb(50_000, 50_000)), 422, "image-too-many-pixels");
        refused(upload(alice, "", new byte[0]), 422, "image-missing");
        refused(upload(alice, "", new byte[10 * 1024 * 1024 + 1]), 413, "image-too-large");
        refused(upload(alice, "?alt=" + "x".repeat(1_501), SMALL), 422, "invalid");
        refused(upload(null, "", SMALL), 401, "authentication-required");
    }

    private Answer upload(@Nullable Person who, String query, byte[] bytes) {
        return http.send(
                "POST",
                "/api/v1/me/images" + query,
                who,
                BodyPublishers.ofByteArray(bytes),
                "Content-Type",
                "image/png");
    }

    private static String post(String... images) {
        return "{\"text\":\"Look\",\"images\":[\"" + String.join("\",\"", images) + "\"]}";
    }

    private static String id(Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private HttpResponse<byte[]> file(String path) {
        try {
            return client.send(HttpRequest.newBuilder(http.uri(path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(String path) {
        return file(path).statusCode();
    }

    private void gone(String path) {
        eventually(path + " is gone", () -> status(path) == 404);
    }
}
