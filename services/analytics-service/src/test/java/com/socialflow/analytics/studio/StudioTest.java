package com.socialflow.analytics.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.batch.SeededBeacons;
import com.socialflow.analytics.recent.RecentPlays;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.views.Beacon;
import com.socialflow.views.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class StudioTest extends AnalyticsServiceTest {

    @Autowired
    private LikeLength likeLength;

    @Autowired
    private RecentPlays recent;

    private VideoId video = new VideoId(0);
    private Instant today = Instant.EPOCH;

    @BeforeEach
    void aVideo() {
        video = owned(alice, "Trains");
        today = clock.instant();
    }

    @Test
    void ninetyDaysAreOnePointEachAlsoWhereNothingHappened() {
        write(Cells.view(video, today), Cells.view(video, today), Cells.view(video, daysAgo(89)));

        var statements = queries(() -> analytics("from=" + date(89)));
        var answer = analytics("from=" + date(89) + "&metrics=views,watchSeconds,averagePercentage,uniques");

        assertThat(statements).isLessThanOrEqualTo(2);
        assertThat(answer.path("granularity").asString()).isEqualTo("day");
        var points = answer.at("/series/0/points");
        assertThat(points.size()).isEqualTo(90);
        assertThat(points.at("/0/0").asString())
                .isEqualTo(daysAgo(89).toString().substring(0, 10) + "T00:00:00Z");
        assertThat(points.at("/0/1").asLong()).isEqualTo(1);
        assertThat(points.at("/1/1").asLong()).isZero();
        assertThat(points.at("/89/1").asLong()).isEqualTo(2);
        assertThat(answer.at("/series/2/points/1/1").isNull()).isTrue();
        assertThat(answer.at("/totals/views").asLong()).isEqualTo(3);
        assertThat(answer.at("/totals/watchSeconds").asDouble()).isEqualTo(90);
        assertThat(answer.at("/totals/averagePercentage").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/totals/uniques").asLong()).isEqualTo(2);
    }

    @Test
    void aDimensionHasASeriesForEachOfItsValues() {
        write(
                Cells.view(video, today),
                Cells.view(video, today),
                Cells.view(video, today).setSource("home"),
                Cells.view(video, today).setSource("home").setValid(false));

        var answer = analytics("dimension=source&metrics=views,rawViews");

        assertThat(answer.at("/series/0/dimension").asString()).isEqualTo("home");
        assertThat(answer.at("/series/1/dimension").asString()).isEqualTo("search");
        assertThat(answer.at("/series/0/points/27/1").asLong()).isEqualTo(1);
        assertThat(answer.at("/series/2/points/27/1").asLong()).isEqualTo(2);
        assertThat(answer.at("/totals/views").asLong()).isEqualTo(3);
        assertThat(answer.at("/totals/rawViews").asLong()).isEqualTo(4);
    }

    @Test
    void rareValuesAreOneSeriesTogether() {
        var views = new ArrayList<Contribution.Builder>();
        for (var i = 0; i < 30; i++) {
            var country = "" + (char) ('A' + i % 26) + (char) ('A' + i / 26);
            for (var times = 0; times < (i < 24 ? 2 : 1); times++) {
                views.add(Cells.view(video, today).setCountry(country).setVisitor(1 + i));
            }
        }
        write(views.toArray(Contribution.Builder[]::new));

        var answer = analytics("dimension=country&metrics=views,uniques");

        assertThat(answer.path("series").size()).isEqualTo(2 * (Analyses.VALUES_MAX + 1));
        assertThat(answer.at("/series/" + Analyses.VALUES_MAX + "/dimension").asString())
                .isEqualTo(Analyses.OTHERS);
        assertThat(answer.at("/series/" + Analyses.VALUES_MAX + "/points/27/1").asLong())
                .isEqualTo(5);
        assertThat(answer.at("/totals/uniques").asLong()).isEqualTo(30);
    }

    @Test
    void daysOfAZoneAreMadeOfHours() {
        var beforeMidnightInUtc = Instant.parse("2026-03-10T23:30:00Z");
        clock.set(Instant.parse("2026-03-12T12:00:00Z"));
        write(Cells.view(video, beforeMidnightInUtc));

        var oslo = analytics("from=2026-03-10&to=2026-03-12&zone=Europe/Oslo");
        var utc = analytics("from=2026-03-10&to=2026-03-12");

        assertThat(oslo.path("from").asString()).isEqualTo("2026-03-09T23:00:00Z");
        assertThat(oslo.at("/series/0/points/0/1").asLong()).isZero();
        assertThat(oslo.at("/series/0/points/1/1").asLong()).isEqualTo(1);
        assertThat(utc.at("/series/0/points/0/1").asLong()).isEqualTo(1);
        assertThat(analytics("from=2026-03-29&to=2026-03-30&zone=Europe/Oslo")
                        .path("to")
                        .asString())
                .isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void allVideosOfAPersonAreSummed() {
        var other = owned(alice, "Ships");
        var bobs = owned(bob, "Planes");
        write(
                Cells.view(video, today),
                Cells.view(other, today).setVisitor(7),
                Cells.view(other, today).setVisitor(7));
        write(Cells.view(bobs, today));

        var answer = http.get("/api/v1/studio/analytics?metrics=views,uniques,startupSeconds", alice)
                .json();
        var top = http.get("/api/v1/studio/videos", alice).json();

        assertThat(answer.at("/totals/views").asLong()).isEqualTo(3);
        assertThat(answer.at("/totals/uniques").asLong()).isEqualTo(2);
        assertThat(answer.at("/totals/startupSeconds").asDouble()).isEqualTo(0.5);
        assertThat(top.at("/items/0/id").asString()).isEqualTo(other.toString());
        assertThat(top.at("/items/0/views").asLong()).isEqualTo(2);
        assertThat(top.path("items").size()).isEqualTo(2);
    }

    @Test
    void retentionIsHeldAgainstVideosOfLikeLength() {
        var twin = owned(bob, "Planes");
        length(video);
        length(twin);
        var whole = Cells.view(twin, today).clearPlays();
        for (var part = 0; part < 100; part++) {
            whole.addPlays(1);
        }
        var views = new ArrayList<Contribution.Builder>(List.of(Cells.view(video, today)));
        for (var i = 0; i < 199; i++) {
            views.add(whole);
        }
        write(views.toArray(Contribution.Builder[]::new));
        likeLength.compute();

        var answer = get(path("retention"), alice).json();

        assertThat(answer.path("views").asLong()).isEqualTo(1);
        assertThat(answer.path("absolute").size()).isEqualTo(100);
        assertThat(answer.at("/absolute/0").asDouble()).isEqualTo(1);
        assertThat(answer.at("/absolute/99").asDouble()).isZero();
        assertThat(answer.at("/relative/0").asDouble()).isEqualTo(1);
        assertThat(answer.at("/relative/99").asDouble()).isZero();
        assertThat(answer.at("/starts/0").asLong()).isEqualTo(1);
    }

    @Test
    void realtimeEndsNow() {
        write(Cells.view(video, today), Cells.view(video, today.minus(Duration.ofMinutes(59))));

        var hours = http.get("/api/v1/studio/realtime", alice).json();
        var minutes = http.get("/api/v1/studio/realtime?window=60m&video=" + video, alice)
                .json();

        assertThat(hours.path("points").size()).isEqualTo(48);
        assertThat(hours.path("total").asLong()).isEqualTo(2);
        assertThat(minutes.path("points").size()).isEqualTo(60);
        assertThat(minutes.at("/points/0/1").asLong()).isEqualTo(1);
        assertThat(minutes.at("/points/59/1").asLong()).isEqualTo(1);
    }

    @Test
    void playsAreThereBySecondAsTheyBegin() {
        var now = clock.instant();
        recent.add(new SeededBeacons(5, List.of(video))
                .of(20, now, 1).stream().map(beacon -> receivedNow(beacon, now)).toList());

        var seconds = http.get("/api/v1/studio/realtime?window=60s", alice).json();
        var one = http.get("/api/v1/studio/realtime?window=60s&video=" + video, alice)
                .json();

        assertThat(seconds.path("points").size()).isEqualTo(60);
        assertThat(seconds.path("total").asLong()).isEqualTo(20);
        assertThat(one.at("/points/59/1").asLong()).isEqualTo(20);
    }

    private Beacon receivedNow(Beacon beacon, Instant now) {
        return new Beacon(
                beacon.video(),
                beacon.session(),
                beacon.sequence(),
                new Moment(
                        now.toEpochMilli(), now.toEpochMilli(), beacon.moment().elapsedMillis()),
                beacon.part(),
                beacon.source(),
                beacon.viewer(),
                beacon.client(),
                beacon.content(),
                beacon.quality());
    }

    @Test
    void qualityHasQuantilesAndAHistogram() {
        write(
                Cells.view(video, today).setStalls(2).setStalledMillis(1_500).addStartup(4_900),
                Cells.view(video, today).setValid(false).setFailures(1).setExitsBeforeStart(1));

        var answer = get(path("quality"), alice).json();

        assertThat(answer.path("views").asLong()).isEqualTo(2);
        assertThat(answer.at("/startup/p50").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/startup/p95").asDouble()).isEqualTo(5);
        assertThat(answer.at("/startup/histogram/0/0").asDouble()).isZero();
        assertThat(answer.path("stalledSeconds").asDouble()).isEqualTo(1.5);
        assertThat(answer.path("failures").asLong()).isEqualTo(1);
        assertThat(answer.path("exitsBeforeStart").asLong()).isEqualTo(1);
    }

    @Test
    void comparisonBeginsOnTheDayOfEach() {
        var other = owned(alice, "Ships");
        clock.advance(Duration.ofDays(2));
        write(Cells.view(video, today), Cells.view(other, today.plus(Duration.ofDays(1))));

        var answer = http.get("/api/v1/studio/comparison?metric=views&days=28&videos=" + video + "," + other, alice)
                .json();

        assertThat(answer.at("/videos/0/title").asString()).isEqualTo("Trains");
        assertThat(answer.at("/videos/0/points").toString()).isEqualTo("[[1,1],[2,0],[3,0]]");
        assertThat(answer.at("/videos/1/points").toString()).isEqualTo("[[1,0],[2,1],[3,0]]");
    }

    @Test
    void theAudienceComesFromSomewhere() {
        write(
                Cells.view(video, today),
                Cells.view(video, today).setCountry("SE").setVisitor(7));

        var answer = http.get("/api/v1/studio/audience?video=" + video, alice).json();

        assertThat(answer.path("uniques").asLong()).isEqualTo(2);
        assertThat(answer.at("/countries/0/value").asString()).isEqualTo("NO");
        assertThat(answer.at("/countries/0/share").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/sources/0/views").asLong()).isEqualTo(2);
    }

    @Test
    void onlyItsOwnerAndModeratorsSeeTheNumbers() {
        for (var what : List.of("analytics", "retention", "quality")) {
            assertThat(get(path(what), alice).status()).isEqualTo(200);
            assertThat(get(path(what), bob).status()).isEqualTo(404);
            assertThat(http.get(path(what), null).status()).isEqualTo(401);
            var moderator = new Person(bob.account(), () -> tokens.of(bob.account(), "moderator"));
            assertThat(get(path(what), moderator).status()).isEqualTo(200);
        }
        assertThat(get("/api/v1/studio/realtime?video=" + video, bob).status()).isEqualTo(404);
        assertThat(get("/api/v1/studio/audience?video=" + video, bob).status()).isEqualTo(404);
        assertThat(get("/api/v1/studio/comparison?videos=" + video, bob).status())
                .isEqualTo(404);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var first = get(path("analytics"), alice);
        var etag = first.header("ETag").orElseThrow();

        assertThat(get(path("analytics"), alice, "If-None-Match", etag).status())
                .isEqualTo(304);
        write(Cells.view(video, today));
        assertThat(get(path("analytics"), alice, "If-None-Match", etag).status())
                .isEqualTo(200);
    }

    @Test
    void everythingIsATableToo() {
        write(Cells.view(video, today).setSource("=cmd()"));

        var byHeader =
                get(path("analytics") + "?dimension=source&metrics=views,clickThrough", alice, "Accept", "text/csv");
        var lines = byHeader.body().split("\r\n");

        assertThat(byHeader.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(byHeader.header("Content-Disposition").orElseThrow()).contains("attachment");
        assertThat(lines[0]).isEqualTo("time,source,views,clickThrough");
        assertThat(lines).hasSize(29);
        assertThat(lines[28]).endsWith("T00:00:00Z,'=cmd(),1,");
        for (var path : List.of(
                path("retention"),
                path("quality"),
                "/api/v1/studio/videos",
                "/api/v1/studio/analytics",
                "/api/v1/studio/realtime",
                "/api/v1/studio/audience",
                "/api/v1/studio/comparison?videos=" + video)) {
            var csv = get(path + (path.contains("?") ? "&" : "?") + "format=csv", alice);
            assertThat(csv.status()).as(csv.body()).isEqualTo(200);
            assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "metrics=views%2Cmoney, metrics, unknown",
        "metrics=, metrics, unknown",
        "granularity=week, granularity, unknown",
        "dimension=age, dimension, unknown",
        "zone=Moon, zone, unknown",
        "format=xml, format, unknown",
        "from=yesterday, from, malformed",
        "to=-1000-01-01, to, malformed",
        "from=2026-03-02&to=2026-03-01, from, not-before",
        "from=2024-01-01&to=2025-01-03, from, too-long",
        "granularity=hour&from=2025-01-01&to=2025-06-01, from, too-long",
        "granularity=minute&from=2025-01-01&to=2025-01-04, from, too-long"
    })
    void whatCannotBeAnsweredIsSaidByField(String query, String field, String code) {
        var answer = get(path("analytics") + "?" + query, alice);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"realtime?window=1y", "comparison?videos=", "comparison?videos=0HZZZZZZZZZZZ&days=0"})
    void otherQuestionsHaveBoundsToo(String query) {
        assertThat(get("/api/v1/studio/" + query, alice).status()).isEqualTo(422);
    }

    private void write(Contribution.Builder... views) {
        Cells.write(
                jdbc, List.of(views).stream().map(Contribution.Builder::build).toList());
    }

    private void length(VideoId of) {
        jdbc.sql("INSERT INTO analytics.video_length (video_id, duration_millis) VALUES (?, 60000)")
                .param(of.value())
                .update();
    }

    private JsonNode analytics(String query) {
        var answer = get(path("analytics") + "?" + query, alice);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer get(String path, Person who, String... headers) {
        return http.get(path, who, headers);
    }

    private String path(String what) {
        return "/api/v1/studio/videos/" + video + "/" + what;
    }

    private Instant daysAgo(int days) {
        return today.minus(Duration.ofDays(days));
    }

    private String date(int daysAgo) {
        return daysAgo(daysAgo).toString().substring(0, 10);
    }
}
