package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.VideoPersonalDataGrpc;
import com.socialflow.user.personal.Archive;
import com.socialflow.user.personal.PersonalExport;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the video service knows of a person. */
@Component
class VideoExportClient implements PersonalExport {

    private final Calls calls;

    VideoExportClient(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var request = ExportRequest.newBuilder().setAccount(account.value()).build();
        SentParts.into(
                archive,
                calls.stub(VideoPersonalDataGrpc::newBlockingStub, "video")
                        .withDeadlineAfter(SentParts.DEADLINE.toSeconds(), TimeUnit.SECONDS)
                        .export(request));
    }
}
