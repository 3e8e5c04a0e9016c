package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.VideoPersonalDataGrpc;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.PersonalExport;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the video service knows of a person. */
@Component
class VideoExportClient implements PersonalExport {

    /** Media is read between two parts: the most that a person may have, at a few megabytes a second. */
    private static final Duration DEADLINE = Duration.ofHours(12);

    private final Calls calls;

    VideoExportClient(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var request = ExportRequest.newBuilder().setAccount(account.value()).build();
        var parts = calls.stub(VideoPersonalDataGrpc::newBlockingStub, "video")
                .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .export(request);
        while (parts.hasNext()) {
            var part = parts.next();
            switch (part.getContentCase()) {
                case DATA ->
                    archive.bytes(
                            part.getPath(),
                            part.getMediaType(),
                            part.getDescription(),
                            part.getData().toByteArray());
                case OBJECT_KEY ->
                    archive.object(part.getPath(), part.getMediaType(), part.getDescription(), part.getObjectKey());
                case CONTENT_NOT_SET -> throw new IllegalStateException("a part without content: " + part.getPath());
            }
        }
    }
}
