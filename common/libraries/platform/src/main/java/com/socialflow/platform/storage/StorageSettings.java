package com.socialflow.platform.storage;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where objects are kept: on S3 when it names a bucket, otherwise in a directory.
 *
 * @param directory empty: {@code storage} in the data directory
 * @param reserve room that is left on the disk for the database and everything else
 */
@ConfigurationProperties("socialflow.storage")
public record StorageSettings(
        @DefaultValue("") String directory,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue S3 s3) {

    /** S3 takes no smaller part but the last. */
    static final DataSize PART_MIN = DataSize.ofMegabytes(5);

    /** S3 takes no larger part; nobody wants one that large either. */
    static final DataSize PART_MAX = DataSize.ofGigabytes(5);

    /**
     * S3, or a server that speaks it.
     *
     * @param bucket which must exist; empty: the directory is used
     * @param endpoint for servers other than Amazon's
     * @param publicEndpoint where players reach the server; empty: at the endpoint
     * @param accessKey empty: from where Amazon's tools take it (environment, profile, machine role)
     * @param pathStyle the bucket in the path instead of the host name
     * @param part how much an upload can lose when the program is killed. Times 10,000 it is the largest object.
     * @param timeout for one request, such as that of one part, with its repetitions
     */
    public record S3(
            @DefaultValue("") String bucket,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String endpoint,
            @DefaultValue("") String publicEndpoint,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("false") boolean pathStyle,
            @DefaultValue("16MB") DataSize part,
            @DefaultValue("2m") Duration timeout) {

        public S3 {
            require(accessKey.isEmpty() == secretKey.isEmpty(), "socialflow.storage.s3: access-key needs secret-key");
            require(
                    part.compareTo(PART_MIN) >= 0 && part.compareTo(PART_MAX) <= 0,
                    "socialflow.storage.s3.part is from %s to %s",
                    PART_MIN,
                    PART_MAX);
        }

        /** Without the secret: records print what they hold. */
        @Override
        public String toString() {
            return "S3[bucket=%s, region=%s, endpoint=%s]".formatted(bucket, region, endpoint);
        }
    }
}
