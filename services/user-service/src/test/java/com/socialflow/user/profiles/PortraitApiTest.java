package com.socialflow.user.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.Pictures;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortraitApiTest extends UserServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final ObjectStorage storage;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final Calls calls;
    private String base = "";
    private String token = "";

    PortraitApiTest(ObjectStorage storage, JdbcClient jdbc, TestClock clock, Calls calls) {
        this.storage = storage;
        this.jdbc = jdbc;
        this.clock = clock;
        this.calls = calls;
    }

    @BeforeEach
    void register(@Value("${local.server.port}") int port) {
        base = "http://127.0.0.1:" + port;
        var name = someone();
        api.register(name);
        token = api.signIn(name, Api.PASSWORD).text("accessToken");
    }

    @Test
    void showsAnImageInItsSizesAndNothingOfItsFile() throws Exception {
        var photo = Pictures.withExif(Pictures.file(Pictures.quarters(1200, 900), "jpeg"), 6);

        var account = put("avatar", photo);

        assertThat(account.get("avatar").get("sizes").propertyNames()).containsExactly("96", "192", "384");
        assertThat(account.get("avatar").get("url"))
                .isEqualTo(account.get("avatar").get("sizes").get("192"));
        for (var size : List.of("96", "192", "384")) {
            var path = account.get("avatar").get("sizes").get(size).asString();
            assertThat(path).matches("/media/images/[a-z2-7]{32}-" + size + "\\.jpg");
            var file = get(path);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable", "max-age=31536000");
            assertThat(Pictures.read(file.body()).getWidth()).isEqualTo(Integer.parseInt(size));
            assertThat(new String(file.body(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("SECRET", "Exif", "50.0755");
        }
        var tag = get(account.get("avatar").get("url").asString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(get(account.get("avatar").get("url").asString(), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        var id = AccountId.parse(account.get("id").asString());
        assertThat(calls.stub(AccountsGrpc::newBlockingStub, "user")
                        .getProfiles(GetProfilesRequest.newBuilder()
                                .addAccount(id.value())
                                .build())
                        .getProfile(0)
                        .getAvatar())
                .isEqualTo(account.get("avatar").get("url").asString());
        assertThat(api.get("/api/v1/accounts/" + id).body().get("avatar")).isEqualTo(account.get("avatar"));
    }

    @Test
    void showsABannerAsAStrip() throws Exception {
        var account = put("banner", Pictures.file(Pictures.quarters(3000, 2000), "png"));

        assertThat(account.get("banner").get("sizes").propertyNames()).containsExactly("640", "1280", "2560");
        var widest = Pictures.read(
                get(account.get("banner").get("sizes").get("2560").asString()).body());
        assertThat(widest.getWidth() + "x" + widest.getHeight()).isEqualTo("2560x640");
    }

    @Test
    void removesWhatWasReplaced() throws Exception {
        var first = put("avatar", Pictures.file(Pictures.quarters(400, 400), "png"))
                .get("avatar")
                .get("url")
                .asString();
        var second = put("avatar", Pictures.file(Pictures.quarters(400, 400), "png"))
                .get("avatar")
                .get("url")
                .asString();

        assertThat(second).isNotEqualTo(first);
        awaitGone(first);
        assertThat(get(second).statusCode()).isEqualTo(200);

        var none = send("DELETE", "avatar", new byte[0]);
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(json.readTree(none.body()).has("avatar")).isFalse();
        awaitGone(second);
        awaitForgotten(second);
    }

    /** As after a crash between storing and naming. */
    @Test
    void removesWhatWasStoredAndNeverNamed() throws Exception {
        var kept = put("avatar", Pictures.file(Pictures.quarters(400, 400), "png"))
                .get("avatar")
                .get("url")
                .asString();
        var stem = stem(kept);
        jdbc.sql("INSERT INTO \"user\".image_disposal (image, next_at) VALUES (:image, :at)")
                .param("image", stem + ".jpg")
                .param("at", clock.instant().plusSeconds(600).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(get(kept).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10));
        wake();

        awaitGone(kept);
    }

    @Asvs({"V1.3.4", "V5.2.2", "V5.3.1"})
    @Test
    void refusesWhatIsNoImageWhateverItCallsItself() throws Exception {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

        refused(send("PUT", "avatar", svg, "Content-Type", "image/png"), 415, "image-type-not-supported");
        refused(send("PUT", "avatar", new byte[0]), 422, "image-missing");
        refused(send("PUT", "avatar", Pictures.bomb(50_000, 50_000)), 422, "image-too-many-pixels");
        refused(
                send("PUT", "avatar", svg, "Content-Type", "multipart/form-data; boundary=x"),
                415,
                "media-type-not-supported");
        refused(send("PUT", "avatar", svg, "Content-Encoding", "gzip"), 415, "encoding-not-supported");
        assertThat(api.me(token).body().has("avatar")).isFalse();
    }

    @Asvs("V5.2.1")
    @Test
    void refusesTooManyBytesAnnouncedOrNot() throws Exception {
        var large = new byte[10 * 1024 * 1024 + 1];

        refused(send("PUT", "banner", large), 413, "image-too-large");
        var stream = HttpRequest.newBuilder(URI.create(base + "/api/v1/me/banner"))
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        try {
            refused(client.send(stream, BodyHandlers.ofByteArray()), 413, "image-too-large");
        } catch (IOException e) {
            // What is left of a refused body is not read: the connection may end before the answer is.
            assertThat(e).isNotNull();
        }
    }

    @Test
    void countsImages() throws Exception {
        var image = Pictures.file(Pictures.quarters(20, 20), "png");
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i <= Portraits.UPLOADS.tries(); i++) {
            statuses.add(send("PUT", "avatar", image).statusCode());
        }

        assertThat(statuses.removeLast()).isEqualTo(429);
        assertThat(statuses).containsOnly(200);
    }

    @Test
    void servesNothingElse() throws Exception {
        for (var path : List.of(
                "/media/images/",
                "/media/images/x.jpg",
                "/media/images/../videos/x-96.jpg",
                "/media/images/" + "a".repeat(32) + "-96.jpg",
                "/media/images/" + "a".repeat(32) + "-96.html",
                "/media/images/" + "a".repeat(32) + "-99999999.jpg")) {
            assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
        }
        var put = HttpRequest.newBuilder(URI.create(base + "/media/images/x-96.jpg"))
                .PUT(BodyPublishers.noBody())
                .build();
        assertThat(client.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    /** Any disposal wakes the sweep. */
    private void wake() throws Exception {
        var name = someone();
        api.register(name);
        token = api.signIn(name, Api.PASSWORD).text("accessToken");
        put("avatar", Pictures.file(Pictures.quarters(20, 20), "png"));
    }

    private JsonNode put(String what, byte[] bytes) throws Exception {
        var answer = send("PUT", what, bytes, "Content-Type", "application/octet-stream");
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> send(String method, String what, byte[] bytes, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1/me/" + what))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofByteArray(bytes));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private void refused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    /** The disposal is forgotten once the files are gone. */
    private void awaitForgotten(String path) throws Exception {
        var left = jdbc.sql("SELECT count(*) FROM \"user\".image_disposal WHERE image LIKE :name")
                .param("name", stem(path) + "%")
                .query(Integer.class);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (left.single() > 0) {
            assertThat(System.nanoTime())
                    .as("%s is still to be disposed of", path)
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }

    private void awaitGone(String path) throws Exception {
        var stem = stem(path);
        var folder = "images/" + stem.substring(0, 2) + "/" + stem + "/";
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (get(path).statusCode() != 404 || !storage.list(folder, "", 10).isEmpty()) {
            assertThat(System.nanoTime()).as("%s is still there", path).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static String stem(String path) {
        return path.substring("/media/images/".length()).substring(0, 32);
    }
}
