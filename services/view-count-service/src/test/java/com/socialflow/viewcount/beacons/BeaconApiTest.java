package com.socialflow.viewcount.beacons;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.viewcount.ViewCountServiceTest;
import com.socialflow.viewcount.log.LoggedBeacons;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.Device;
import com.socialflow.views.Event;
import com.socialflow.views.Source;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What players send, and what stands in the log afterwards. */
class BeaconApiTest extends ViewCountServiceTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private VideoId video = new VideoId(0);
    private String session = "";

    @BeforeEach
    void begin() {
        video = video(alice, Duration.ofMinutes(1));
        session = UUID.randomUUID().toString();
        eventually("the log answers", () -> post(null, beacon("\"sequence\":9")).status() == 202);
        session = UUID.randomUUID().toString();
    }

    private String beacon(String... more) {
        return "{\"session\":\"%s\",\"intervals\":[[0,10.5]]%s}"
                .formatted(session, more.length == 0 ? "" : "," + String.join(",", more));
    }

    private String path() {
        return "/api/v1/videos/" + video + "/views";
    }

    private Answer post(@Nullable Person who, String body, String... headers) {
        return http.post(path(), who, body, headers);
    }

    private Beacon logged() {
        var all = LoggedBeacons.of(session);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatWasTakenIsInTheLogWordForWord() {
        var answer = post(
                null,
                beacon(
                        "\"sequence\":3",
                        "\"positionSeconds\":12",
                        "\"elapsedSeconds\":40",
                        "\"sentSeconds\":43.25",
                        "\"rate\":1.5",
                        "\"hiddenSeconds\":2",
                        "\"event\":\"pause\"",
                        "\"source\":\"search\"",
                        "\"quality\":{\"startupSeconds\":0.4,\"stalls\":1,\"errors\":[\"404\"],\"height\":720}"),
                "User-Agent",
                FIREFOX);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        var told = logged();
        assertThat(told.video()).isEqualTo(video);
        assertThat(told.sequence()).isEqualTo(3);
        assertThat(told.part().intervals()).containsExactly(0, 10_500);
        assertThat(told.part().positionMillis()).isEqualTo(12_000);
        assertThat(told.part().rate()).isEqualTo(1.5f);
        assertThat(told.part().hiddenMillis()).isEqualTo(2_000);
        assertThat(told.part().event()).isEqualTo(Event.PAUSE);
        assertThat(told.source()).isEqualTo(Source.SEARCH);
        assertThat(told.moment().receivedMillis()).isEqualTo(clock.millis());
        assertThat(told.moment().atMillis()).isEqualTo(clock.millis() - 3_250);
        assertThat(told.moment().elapsedMillis()).isEqualTo(40_000);
        assertThat(told.client().kind()).isEqualTo(AgentKind.BROWSER);
        assertThat(told.client().device()).isEqualTo(Device.DESKTOP);
        assertThat(told.client().country()).isEqualTo("NO");
        assertThat(told.content().durationMillis()).isEqualTo(60_000);
        assertThat(told.content().owner()).isEqualTo(alice.account().value());
        var quality = told.quality();
        assertThat(quality).isNotNull();
        assertThat(quality.startupMillis()).isEqualTo(400);
        assertThat(quality.errors()).containsExactly("404");
    }

    @Test
    void sessionAndIntervalsAreEnough() {
        assertThat(post(null, beacon()).status()).isEqualTo(202);

        var told = logged();
        assertThat(told.sequence()).isGreaterThanOrEqualTo(Beacon.SEQUENCE_HASHED);
        assertThat(told.part().positionMillis()).isEqualTo(10_500);
        assertThat(told.moment().atMillis()).isEqualTo(told.moment().receivedMillis());
        assertThat(told.viewer().account()).isZero();
        assertThat(told.viewer().visitor()).isNotZero();
        assertThat(told.viewer().network()).isNotZero();
        assertThat(told.quality()).isNull();
    }

    @Test
    void theLatestOfASessionStandsForWhenItWasSent() {
        post(
                null,
                "{\"beacons\":[%s,%s]}"
                        .formatted(
                                beacon("\"sequence\":0", "\"elapsedSeconds\":10"),
                                beacon("\"sequence\":1", "\"elapsedSeconds\":70")));

        var told = LoggedBeacons.of(session);
        assertThat(told.getFirst().moment().atMillis()).isEqualTo(clock.millis() - 60_000);
        assertThat(told.getLast().moment().atMillis()).isEqualTo(clock.millis());
    }

    @Test
    void whatFitsIsTakenAndTheRestIsNamed() {
        var answer = post(
                null,
                "{\"beacons\":[%s,{\"session\":\"x\",\"intervals\":[]},%s,7,%s]}"
                        .formatted(
                                beacon("\"sequence\":0"),
                                beacon("\"sequence\":1", "\"event\":\"explode\""),
                                beacon("\"sequence\":2")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":2,\"rejected\":[{\"index\":1,\"code\":\"session-invalid\"},"
                        + "{\"index\":2,\"code\":\"event-unknown\"},{\"index\":3,\"code\":\"not-an-object\"}]}");
        assertThat(LoggedBeacons.of(session)).extracting(Beacon::sequence).containsExactly(0L, 2L);
    }

    @Test
    void beaconsOfManyVideosGoTogether() {
        var other = video(bob, Duration.ofSeconds(30));
        var gone = Ids.format(ids.next());
        var named = "{\"beacons\":[%s,%s,%s,%s]}"
                .formatted(
                        beacon("\"video\":\"" + video + "\"", "\"sequence\":0"),
                        beacon("\"video\":\"" + gone + "\"", "\"sequence\":1"),
                        beacon("\"video\":\"" + other + "\"", "\"sequence\":2"),
                        beacon("\"sequence\":3"));

        var answer = http.post("/api/v1/views", null, named);

        assertThat(answer.body())
                .isEqualTo("{\"accepted\":2,\"rejected\":[{\"index\":1,\"code\":\"video-not-found\"},"
                        + "{\"index\":3,\"code\":\"video-missing\"}]}");
        assertThat(LoggedBeacons.of(session)).extracting(Beacon::video).containsExactly(video, other);
    }

    @Test
    void textIsTakenAsABrowserSendsItWhenAPageIsLeft() {
        var answer = http.send(
                "POST",
                path(),
                null,
                BodyPublishers.ofString(beacon()),
                "Content-Type",
                "text/plain;charset=UTF-8",
                "Origin",
                "https://blog.example");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void otherTypesAreRefused() {
        for (var type : new String[] {"application/x-www-form-urlencoded", "text/html", "multipart/form-data"}) {
            var answer = http.send("POST", path(), null, BodyPublishers.ofString(beacon()), "Content-Type", type);
            assertThat(answer.status()).as(type).isEqualTo(415);
        }
    }

    @Test
    void bodiesEndAtTheirLimit() {
        var body = "{\"beacons\":[" + " ".repeat(BeaconBody.BYTES_MAX) + "]}";
        var announced = post(null, body);
        var streamed = http.send(
                "POST",
                path(),
                null,
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes())),
                "Content-Type",
                "text/plain");

        assertThat(announced.status()).isEqualTo(413);
        assertThat(streamed.status()).isEqualTo(413);
        assertThat(streamed.code()).isEqualTo("too-large");
    }

    @Test
    void aHundredAreTakenAndNotOneMore() {
        assertThat(many(100).json().path("accepted").asInt()).isEqualTo(100);
        assertThat(many(101).code()).isEqualTo("too-many-beacons");
        assertThat(LoggedBeacons.of(session)).hasSize(100);
    }

    private Answer many(int count) {
        return post(
                null,
                IntStream.range(0, count)
                        .mapToObj(number -> beacon("\"sequence\":" + number))
                        .collect(Collectors.joining(",", "{\"beacons\":[", "]}")));
    }

    @Test
    void ofAVideoThatIsNotThereNothingIsTaken() {
        video = new VideoId(ids.next());

        var answer = post(null, beacon());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("video-not-found");
    }

    @Test
    void aPrivateVideoIsThereForItsOwnerAlone() {
        shelf.put(video = new VideoId(ids.next()), alice.account(), Duration.ofMinutes(1), "private");

        assertThat(post(null, beacon()).status()).isEqualTo(404);
        assertThat(post(bob, beacon()).status()).isEqualTo(404);
        assertThat(post(alice, beacon()).status()).isEqualTo(202);
    }

    @Test
    void whileTheVideoServiceIsAwayViewsAreTakenAllTheSame() {
        video = video(alice, Duration.ofMinutes(1));
        shelf.away(true);
        try {
            assertThat(post(null, beacon()).status()).isEqualTo(202);
        } finally {
            shelf.away(false);
            clock.advance(Duration.ofSeconds(3));
        }
        assertThat(logged().content().owner()).isZero();
    }

    @Test
    void ofAKnownVideoNobodyAsksAgain() {
        var before = shelf.calls();
        for (var time = 0; time < 5; time++) {
            post(null, beacon("\"sequence\":" + time));
        }
        assertThat(shelf.calls()).isEqualTo(before);
    }
}
