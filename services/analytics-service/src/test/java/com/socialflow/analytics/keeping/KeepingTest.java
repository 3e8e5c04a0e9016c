package com.socialflow.analytics.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.Told;
import com.socialflow.core.VideoId;
import com.socialflow.proto.user.v1.AccountErased;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeepingTest extends AnalyticsServiceTest {

    @Autowired
    private Sweeps sweeps;

    @Autowired
    private Erasures erasures;

    @Autowired
    private ErasureEvents events;

    @Test
    void minutesGoFirstThenHoursAndDaysStay() {
        var video = owned(alice, "Trains");
        for (var granularity : new String[] {"minute", "hour", "day"}) {
            cell(granularity, video, Duration.ZERO);
            cell(granularity, video, Sweeps.MINUTES_KEPT.plusMinutes(1));
            cell(granularity, video, Sweeps.HOURS_KEPT.plusMinutes(1));
        }

        sweeps.run();

        assertThat(count("cell_minute", video)).isEqualTo(1);
        assertThat(count("cell_hour", video)).isEqualTo(2);
        assertThat(count("cell_day", video)).isEqualTo(3);
        assertThat(count("video_follower_minute", video)).isEqualTo(1);
        assertThat(count("video_follower_hour", video)).isEqualTo(2);
        assertThat(count("video_follower_day", video)).isEqualTo(3);
    }

    @Test
    void nothingIsLeftOfWhoIsErased() {
        var video = owned(alice, "Trains");
        var other = owned(bob, "Ships");
        cell("day", video, Duration.ZERO);
        cell("day", other, Duration.ZERO);

        Told.to(
                events,
                AccountErased.newBuilder().setAccount(alice.account().value()).build());
        erasures.run();

        assertThat(count("cell_day", video)).isZero();
        assertThat(count("video_follower_day", video)).isZero();
        assertThat(count("video_owner", video)).isZero();
        assertThat(count("cell_day", other)).isEqualTo(1);
    }

    private void cell(String granularity, VideoId video, Duration ago) {
        jdbc.sql("""
                INSERT INTO analytics.cell_%s (video_id, dimension, start_at, dimension_value)
                VALUES (?, 'all', ?, '')
                """.formatted(granularity))
                .param(video.value())
                .param(clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO analytics.video_follower_%s (video_id, owner_id, start_at) VALUES (?, ?, ?)
                """.formatted(granularity))
                .param(video.value())
                .param(alice.account().value())
                .param(clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private long count(String table, VideoId video) {
        return jdbc.sql("SELECT count(*) FROM analytics.%s WHERE video_id = ?".formatted(table))
                .param(video.value())
                .query(Long.class)
                .single();
    }
}
