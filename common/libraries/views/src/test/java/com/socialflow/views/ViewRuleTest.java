package com.socialflow.views;

import static com.socialflow.views.Told.BROWSER;
import static com.socialflow.views.Told.DAY;
import static com.socialflow.views.Told.MINUTES;
import static com.socialflow.views.Told.RULE;
import static com.socialflow.views.Told.SOMEBODY;
import static com.socialflow.views.Told.part;
import static com.socialflow.views.Told.watch;
import static com.socialflow.views.Told.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one session alone is judged by. */
class ViewRuleTest {

    @Test
    void tenSecondsMakeAView() {
        assertThat(reason(part(0, 0, 9_999))).isEqualTo(Reason.SHORT);
        assertThat(reason(part(0, 0, 10_000))).isNull();
        assertThat(reason(part(0, 0, 6_000), part(1, 100_000, 104_000))).isNull();
    }

    @Test
    void halfOfAShortVideoMakesAView() {
        var clip = new Content(15_001, false);
        assertThat(reason(of(part(0, 0, 7_500), clip))).isEqualTo(Reason.SHORT);
        assertThat(reason(of(part(0, 0, 7_501), clip))).isNull();
        assertThat(RULE.thresholdMillis(20_000)).isEqualTo(10_000);
        assertThat(RULE.thresholdMillis(0)).isEqualTo(10_000);
    }

    @Test
    void aLiveStreamNeedsTenSeconds() {
        assertThat(reason(of(part(0, 7_200_000, 7_210_000), new Content(0, true))))
                .isNull();
    }

    @Test
    void nothingPlayedIsNoView() {
        assertThat(watch(List.of(part(0, new long[0]))).view()).isEmpty();
        assertThat(RULE.watch().view()).isEmpty();
    }

    @Test
    void eachHourOfASessionIsAViewOfItsOwn() {
        var late = with(part(1), new Moment(DAY + 3_600_000, DAY + 3_600_000, 3_600_000), part(1).part());
        assertThat(part(0).watch().hour()).isZero();
        assertThat(late.watch().hour()).isEqualTo(1);
        assertThat(with(late, new Moment(DAY, DAY, Moment.NO_CLOCK), late.part())
                        .watch()
                        .hour())
                .isZero();
    }

    @Test
    void programsThatSaySoAndOwnersDoNotCount() {
        var bot = new Client(AgentKind.BOT, 7, Device.UNKNOWN, "US", false);
        var owner = new Viewer(5, 6, true, false);
        assertThat(reason(with(part(0), part(0).moment(), part(0).part(), SOMEBODY, bot, MINUTES)))
                .isEqualTo(Reason.BOT_AGENT);
        assertThat(reason(with(part(0), part(0).moment(), part(0).part(), owner, BROWSER, MINUTES)))
                .isEqualTo(Reason.OWNER);
    }

    @Test
    void intervalsOutsideTheVideoDoNotCount() {
        assertThat(reason(part(0, 10_000, 0))).isEqualTo(Reason.IMPOSSIBLE_INTERVALS);
        assertThat(reason(part(0, -1, 10_000))).isEqualTo(Reason.IMPOSSIBLE_INTERVALS);
        assertThat(reason(part(0, 290_000, 302_001))).isEqualTo(Reason.IMPOSSIBLE_INTERVALS);
        assertThat(reason(part(0, 290_000, 302_000))).isNull();
        assertThat(reason(part(0, Long.MIN_VALUE, Long.MAX_VALUE))).isEqualTo(Reason.IMPOSSIBLE_INTERVALS);
    }

    @Test
    void oneBadPartDoesNotSpoilAWatchThatIsAViewWithoutIt() {
        assertThat(reason(part(0), part(1, 9, 3), part(2))).isNull();
        assertThat(watch(List.of(part(0), part(1, 9, 3))).view().orElseThrow().playedMillis())
                .isEqualTo(10_000);
    }

    @Test
    void whatWasKeptForMoreThanADayIsLate() {
        var at = part(0).moment().atMillis();
        assertThat(reason(with(part(0), new Moment(at + 86_400_001, at, 10_000), part(0).part())))
                .isEqualTo(Reason.LATE);
        assertThat(reason(with(part(0), new Moment(at + 86_400_000, at, 10_000), part(0).part())))
                .isNull();
    }

    @Test
    void whatNobodySeesDoesNotCount() {
        var hidden = new Part(new long[] {0, 10_000}, 0, 1, 10_100, Event.PROGRESS);
        var halfHidden = new Part(new long[] {0, 10_000}, 0, 1, 5_000, Event.PROGRESS);
        assertThat(reason(with(part(0), part(0).moment(), hidden))).isEqualTo(Reason.HIDDEN);
        assertThat(reason(with(part(0), part(0).moment(), halfHidden))).isEqualTo(Reason.HIDDEN);
        assertThat(reason(with(part(0), part(0).moment(), halfHidden), part(1, 0, 5_000)))
                .isNull();
    }

    @Test
    void moreThanTheClocksAllowIsTooFast() {
        var atOnce = IntStream.range(0, 6)
                .mapToObj(i -> with(part(i), new Moment(DAY + i * 500L, DAY + i * 500L, 10_000L * i), part(i).part()))
                .toList();
        var longPart = new Part(new long[] {0, 120_000}, 0, 1, 0, Event.EXIT);
        var doubled = new Part(new long[] {0, 20_000}, 0, 2, 0, Event.PROGRESS);
        assertThat(watch(atOnce).view().orElseThrow().rejection()).isEqualTo(Reason.TOO_FAST);
        assertThat(reason(with(part(0), part(0).moment(), longPart))).isEqualTo(Reason.TOO_FAST);
        assertThat(reason(with(part(0), part(0).moment(), doubled))).isNull();
    }

    @Test
    void partsThatWereKeptWithoutALineCountWhenTheySaySo() {
        var kept = IntStream.range(0, 6)
                .mapToObj(i -> with(
                        part(i), new Moment(DAY + 4_000_000, DAY + 10_040L * i, 10_040L * (i + 1)), part(i).part()))
                .toList();
        assertThat(watch(kept).view().orElseThrow().valid()).isTrue();
    }

    @Test
    void anEvenBeatOfEqualPartsIsRobotic() {
        assertThat(watch(beat(12, 0)).view().orElseThrow().rejection()).isEqualTo(Reason.ROBOTIC);
        assertThat(watch(beat(9, 0)).view().orElseThrow().valid()).isTrue();
        assertThat(watch(beat(12, 90)).view().orElseThrow().valid()).isTrue();
    }

    /** Whole seconds, as a simple player tells them, over a way that is so uneven. */
    private static List<Beacon> beat(int parts, int unevenMillis) {
        return IntStream.range(0, parts)
                .mapToObj(i -> {
                    var at = DAY + 10_000L * i + (i % 2) * unevenMillis;
                    return with(part(i), new Moment(at, at, 10_000L * (i + 1)), part(i).part());
                })
                .toList();
    }

    @Test
    void aWatchHasALimit() {
        var many = IntStream.range(0, Watch.PARTS_MAX + 50)
                .mapToObj(i -> part(i, 0, 3_000))
                .toList();
        var watch = watch(many);
        assertThat(watch.count()).isEqualTo(Watch.PARTS_MAX);
        assertThat(watch(many.reversed())).isEqualTo(watch);
        assertThat(watch.has(Watch.PARTS_MAX - 1)).isTrue();
        assertThat(watch.has(Watch.PARTS_MAX)).isFalse();
    }

    @Test
    void aWatchOfAMinuteIsAFewDozenBytes() {
        var parts = IntStream.range(0, 6).mapToObj(i -> part(i)).toList();
        assertThat(watch(parts).toBytes()).hasSizeLessThan(96);
        assertThat(RULE.watch(watch(parts).toBytes())).isEqualTo(watch(parts));
        assertThat(RULE.watch(new byte[0])).isEqualTo(RULE.watch());
    }

    private static Beacon of(Beacon beacon, Content content) {
        return with(beacon, beacon.moment(), beacon.part(), beacon.viewer(), beacon.client(), content);
    }

    private static @Nullable Reason reason(Beacon... beacons) {
        return watch(List.of(beacons)).view().orElseThrow().rejection();
    }
}
