package com.socialflow.analytics.stream;

import static com.socialflow.core.Require.require;

import com.socialflow.analytics.job.JobSettings;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the stream job runs.
 *
 * @param enabled off: not in this process; it is another one of those with this role that runs it
 * @param address of a Flink cluster's REST interface, which an operator gave the job to; empty: it runs in this process
 * @param checkpoints a directory, or {@code s3://bucket/prefix}; empty: under the data directory
 * @param influxUrl where cells are written too, in InfluxDB's line protocol; empty: nowhere
 * @param influxToken empty when it asks for none
 * @param parallelism how many tasks share each step of the job in this process
 */
@ConfigurationProperties("socialflow.analytics.flink")
record StreamSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String address,
        @DefaultValue("") String checkpoints,
        @DefaultValue("") String influxUrl,
        @DefaultValue("") String influxToken,
        @DefaultValue("1") int parallelism) {

    StreamSettings {
        require(parallelism >= 1 && parallelism <= 64, "socialflow.analytics.flink.parallelism is 1 to 64");
    }

    boolean embedded() {
        return address.isEmpty();
    }

    JobSettings.Influx influx() {
        return new JobSettings.Influx(influxUrl, influxToken);
    }

    /** Without the secret: records print what they hold. */
    @Override
    public String toString() {
        return "StreamSettings[enabled=%s, address=%s, checkpoints=%s, parallelism=%d]"
                .formatted(enabled, address, checkpoints, parallelism);
    }

    /** What Flink calls the directory of checkpoints. */
    String checkpointsUnder(Path data) {
        return checkpoints.isEmpty()
                ? data.resolve("flink").resolve("state").toUri().toString()
                : checkpoints;
    }
}
