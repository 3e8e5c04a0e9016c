package com.socialflow.video.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The protocol as a client that others wrote understands it, over connections that break. */
class TusClientTest extends UploadTest {

    private static final int CONNECTIONS_BROKEN = 12;

    @Test
    void aFileArrivesWholeOverConnectionsThatBreakAnywhere() throws IOException, ProtocolException {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var file = Bytes.random(seed, 3_000_000 + random.nextInt(1_000_000));
        var video = draft(alice);
        try (var proxy = new CuttingProxy(port)) {
            // Some break within the head of a request, most within its body.
            for (int i = 0; i < CONNECTIONS_BROKEN; i++) {
                proxy.cutAfter(random.nextInt(i % 4 == 0 ? 700 : 600_000));
            }
            var client = new TusClient();
            client.setUploadCreationURL(URI.create("http://127.0.0.1:%d%s".formatted(proxy.port(), UPLOADS))
                    .toURL());
            client.setHeaders(Map.of("Authorization", "Bearer " + alice.token().get()));
            client.enableResuming(new TusURLMemoryStore());
            var upload = new TusUpload();
            upload.setSize(file.length);
            upload.setInputStream(new ByteArrayInputStream(file));
            upload.setFingerprint("train-" + seed);
            upload.setMetadata(Map.of("video", video.toString(), "filename", "train.mp4"));

            var executor = new TusExecutor() {
                @Override
                protected void makeAttempt() throws ProtocolException, IOException {
                    upload.setInputStream(new ByteArrayInputStream(file));
                    var uploader = client.resumeOrCreateUpload(upload);
                    uploader.setChunkSize(64 * 1024);
                    uploader.setRequestPayloadSize(1 + random.nextInt(file.length));
                    while (uploader.uploadChunk() >= 0) {
                        // Until the end.
                    }
                    uploader.finish();
                }
            };
            executor.setDelays(
                    IntStream.generate(() -> 20).limit(CONNECTIONS_BROKEN * 3L).toArray());
            assertThat(executor.makeAttempts()).as("seed %d", seed).isTrue();
            assertThat(proxy.cutsLeft()).as("connections that broke").isLessThan(CONNECTIONS_BROKEN / 2);
        }

        assertThat(Bytes.sha256(source(video))).as("seed %d", seed).isEqualTo(Bytes.sha256(file));
        assertThat(events(video)).hasSize(1);
        assertThat(state(alice, video)).isEqualTo("processing");
    }
}
