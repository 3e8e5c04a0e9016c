package com.socialflow.video.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What uploads may take.
 *
 * @param maxSize the largest source
 * @param quota the sources of one person together, with the uploads that are under way
 * @param unfinishedMax uploads of one person that are under way at once
 * @param expiry how long an upload waits for its next bytes
 * @param lockLease how long after a process was killed another one may continue its uploads
 * @param slowest bytes a second, on average over half a minute, below which a client is gone for us
 */
@ConfigurationProperties("socialflow.uploads")
record UploadSettings(
        @DefaultValue("8GB") DataSize maxSize,
        @DefaultValue("200GB") DataSize quota,
        @DefaultValue("50") int unfinishedMax,
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("5s") Duration lockLease,
        @DefaultValue("1KB") DataSize slowest) {}
