package com.socialflow.viewcount.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.WrittenLog;
import com.socialflow.views.Beacon;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgingTest {

    private static final VideoId VIDEO = new VideoId(7);
    private static final long NETWORK = 9;
    private static final long HOUR = 500_000;
    private static final long TIME = Hours.begin(HOUR).toEpochMilli() + 60_000;
    private static final CrowdKey CROWD = new CrowdKey(VIDEO, NETWORK, HOUR);

    private final ViewRule rule = new ViewRule(RuleSettings.PUBLIC);

    private byte[] crowd = {};
    private final Cells sum = new Cells();

    @Test
    void takesAllViewsBackWhenTheirCrowdIsFoundOut() {
        for (var session = 0; session < 9; session++) {
            tell("program-" + session, 0);
        }
        assertThat(sum.counts()).containsEntry("v", 9L).containsEntry("r", 9L).doesNotContainKey("burst");

        tell("program-9", 0);

        assertThat(sum.counts()).isEqualTo(Map.of("r", 10L, "burst", 10L));
    }

    @Test
    void countsNothingOfHoursThatAreInTheLedger() {
        tell("somebody", HOUR + 1);

        assertThat(sum.counts()).isEmpty();
    }

    /** A play of eleven seconds, after which nothing comes. */
    private void tell(String session, long floor) {
        var beacon = from(WrittenLog.beacon(VIDEO, session, TIME, 11));
        var watch = rule.watch().with(beacon);
        var crowds = new ViewCrowds(rule);
        crowds.read(CROWD, crowd);
        var judging = new Judging(crowds, floor);
        judging.judge(List.of(new Change(
                beacon.watch(), false, new HeardWatch(watch, 0), Optional.empty(), watch.view(), List.of(beacon))));
        crowd = crowds.now(CROWD).bytes();
        judging.cells()
                .getOrDefault(VIDEO, Map.of())
                .getOrDefault(HOUR, new Cells())
                .counts()
                .forEach(sum::add);
    }

    private static Beacon from(Beacon beacon) {
        var viewer = new Viewer(beacon.viewer().visitor(), NETWORK, false, false);
        return new Beacon(
                beacon.video(),
                beacon.session(),
                beacon.sequence(),
                beacon.moment(),
                beacon.part(),
                beacon.source(),
                viewer,
                beacon.client(),
                beacon.content(),
                beacon.quality());
    }
}
