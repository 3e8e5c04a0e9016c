package com.socialflow.video.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.video.VideoServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all tests of uploads do. */
abstract class UploadTest extends VideoServiceTest {

    static final String UPLOADS = "/api/v1/uploads";

    static String metadata(VideoId video) {
        return "video " + Base64.getEncoder().encodeToString(video.toString().getBytes(UTF_8))
                + ",filename dHJhaW4ubXA0";
    }

    Answer announce(@Nullable Person who, VideoId video, long length) {
        return tus("POST", UPLOADS, who, "Upload-Length", Long.toString(length), "Upload-Metadata", metadata(video));
    }

    /** Announces an upload and gives its path. */
    String announced(Person who, VideoId video, long length) {
        var answer = announce(who, video, length);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location").orElseThrow();
    }

    Answer head(@Nullable Person who, String upload) {
        return tus("HEAD", upload, who);
    }

    Answer append(@Nullable Person who, String upload, long offset, byte[] chunk, String... headers) {
        var all = new ArrayList<>(List.of(
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                Long.toString(offset),
                "Content-Type",
                "application/offset+octet-stream"));
        all.addAll(List.of(headers));
        return http.send("PATCH", upload, who, BodyPublishers.ofByteArray(chunk), all.toArray(String[]::new));
    }

    Answer tus(String method, String path, @Nullable Person who, String... headers) {
        var all = new ArrayList<>(List.of("Tus-Resumable", "1.0.0"));
        all.addAll(List.of(headers));
        return http.send(method, path, who, BodyPublishers.noBody(), all.toArray(String[]::new));
    }

    Answer put(@Nullable Person who, VideoId video, byte[] file, String... headers) {
        return http.send("PUT", file(video), who, BodyPublishers.ofByteArray(file), headers);
    }

    static String file(VideoId video) {
        return "/api/v1/videos/" + video + "/file";
    }

    String state(Person who, VideoId video) {
        return http.get("/api/v1/videos/" + video, who).json().path("state").stringValue();
    }

    /** The bytes that are kept as the video's source. */
    byte[] source(VideoId video) {
        var key = jdbc.sql("SELECT source_key FROM video.video WHERE id = :id")
                .param("id", video.value())
                .query(String.class)
                .single();
        try (var content = storage.get(key).orElseThrow()) {
            return content.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UploadId id(String path) {
        return UploadId.parse(path.substring(path.lastIndexOf('/') + 1));
    }

    boolean rowExists(UploadId upload) {
        return jdbc.sql("SELECT count(*) FROM video.upload WHERE id = :id")
                        .param("id", upload.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
