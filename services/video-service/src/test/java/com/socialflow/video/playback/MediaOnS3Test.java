package com.socialflow.video.playback;

import com.socialflow.testkit.TestS3;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same with objects on S3, passed on by the program. */
@DirtiesContext
class MediaOnS3Test extends MediaTest {

    @DynamicPropertySource
    static void s3(DynamicPropertyRegistry properties) {
        var server = TestS3.ofThisJvm();
        properties.add("socialflow.storage.s3.bucket", () -> TestS3.BUCKET);
        properties.add("socialflow.storage.s3.endpoint", server::endpoint);
        properties.add("socialflow.storage.s3.access-key", () -> TestS3.ACCESS_KEY);
        properties.add("socialflow.storage.s3.secret-key", () -> TestS3.SECRET_KEY);
        properties.add("socialflow.storage.s3.path-style", () -> true);
    }
}
