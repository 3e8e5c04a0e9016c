package com.socialflow.viewcount.impressions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.viewcount.ViewCountServiceTest;
import com.socialflow.viewcount.log.LoggedBeacons;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Device;
import com.socialflow.views.Impressions;
import com.socialflow.views.Shown;
import com.socialflow.views.Source;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What pages tell of their cards, and what stands in the log afterwards. */
class ImpressionApiTest extends ViewCountServiceTest {

    private static final String PATH = "/api/v1/impressions";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @Autowired
    private MeterRegistry meters;

    private VideoId video = new VideoId(0);
    private String session = "";

    @BeforeEach
    void begin() {
        video = video(alice, Duration.ofMinutes(1));
        session = UUID.randomUUID().toString();
        eventually("the log answers", () -> tell(null, card("of-the-beginning")).status() == 202);
        session = UUID.randomUUID().toString();
    }

    private String card(String id, String... more) {
        return "{\"video\":\"%s\",\"id\":\"%s\"%s}"
                .formatted(video, id, more.length == 0 ? "" : "," + String.join(",", more));
    }

    private String body(String... cards) {
        return "{\"session\":\"%s\",\"impressions\":[%s]}".formatted(session, String.join(",", cards));
    }

    private Answer tell(@Nullable Person who, String... cards) {
        return http.post(PATH, who, body(cards), "User-Agent", FIREFOX);
    }

    private Impressions logged() {
        var all = LoggedBeacons.impressionsOf(session);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatWasTakenIsInTheLogAndNothingOfWhoLooked() {
        var answer = tell(
                bob,
                card("first-card", "\"source\":\"related\"", "\"seenSeconds\":2.5"),
                card("second-card", "\"clicked\":true"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
        var told = logged();
        assertThat(told.receivedMillis()).isEqualTo(clock.millis());
        assertThat(told.client().kind()).isEqualTo(AgentKind.BROWSER);
        assertThat(told.client().device()).isEqualTo(Device.DESKTOP);
        assertThat(told.client().dataCentre()).isFalse();
        assertThat(told.shown())
                .containsExactly(
                        new Shown(
                                video, Shown.idOf("first-card"), clock.millis() - 2_500, Source.RELATED, false, false),
                        new Shown(video, Shown.idOf("second-card"), clock.millis(), Source.UNKNOWN, true, false));
    }

    @Test
    void theOwnerAndProgramsAreKnownAsSuch() {
        var before = uncounted("owner");
        tell(alice, card("own-card-1"));
        assertThat(logged().shown().getFirst().owner()).isTrue();
        assertThat(uncounted("owner")).isEqualTo(before + 1);

        session = UUID.randomUUID().toString();
        http.post(PATH, null, body(card("seen-by-a-bot")), "User-Agent", "Googlebot/2.1");
        assertThat(logged().client().kind()).isEqualTo(AgentKind.BOT);
        assertThat(uncounted("bot-agent")).isPositive();
    }

    private double uncounted(String reason) {
        return meters.counter("socialflow.impressions.uncounted", "reason", reason)
                .count();
    }

    @Test
    void whatIsToldAgainIsTakenAgainByTheSameName() {
        tell(null, card("told-twice", "\"source\":\"home\""));
        tell(null, card("told-twice", "\"source\":\"home\"", "\"clicked\":true"));

        assertThat(LoggedBeacons.impressionsOf(session))
                .flatExtracting(Impressions::shown)
                .extracting(Shown::key)
                .hasSize(2)
                .containsOnly(new Shown(video, Shown.idOf("told-twice"), 0, Source.HOME, false, false).key());
    }

    @Test
    void whatFitsIsTakenAndTheRestIsNamed() {
        var gone = Ids.format(ids.next());
        var answer = tell(
                null,
                card("card-of-0"),
                "{\"id\":\"card-of-1\"}",
                "{\"video\":\"" + video + "\"}",
                card("short"),
                card("card-of-4", "\"source\":\"heaven\""),
                card("card-of-5", "\"seenSeconds\":-1"),
                card("card-of-6", "\"clicked\":\"yes\""),
                card("card-of-7", "\"more\":{\"deep\":[1]}"),
                card("card-of-8", "\"id\":\"card-of-8\""),
                "[7]",
                "{\"video\":\"?\",\"id\":\"card-of-10\"}",
                "{\"video\":\"" + gone + "\",\"id\":\"card-of-11\"}",
                card("card-of-12"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json()
                        .path("rejected")
                        .valueStream()
                        .map(one -> one.path("index").asInt() + " "
                                + one.path("code").asString()))
                .containsExactly(
                        "1 video-missing",
                        "2 id-missing",
                        "3 id-invalid",
                        "4 source-unknown",
                        "5 seen-invalid",
                        "6 clicked-invalid",
                        "7 field-unknown",
                        "8 field-twice",
                        "9 not-an-object",
                        "10 video-invalid",
                        "11 video-not-found");
        assertThat(logged().shown())
                .extracting(Shown::id)
                .containsExactly(Shown.idOf("card-of-0"), Shown.idOf("card-of-12"));
    }

    @Test
    void whatIsNoBodyIsRefusedAsAWhole() {
        for (var body : new String[] {
            "",
            "[]",
            "{",
            "{}",
            "{\"session\":\"12345678\"}",
            "{\"session\":\"12345678\",\"impressions\":7}",
            "{\"session\":\"12345678\",\"impressions\":[{]}",
            "{\"session\":\"12345678\",\"impressions\":[{\"video\"",
            "{\"session\":\"12345678\",\"impressions\":[],\"more\":1}",
            "{\"session\":\"12345678\",\"impressions\":[],\"impressions\":[]}",
            "{\"session\":\"12345678\",\"impressions\":[]} x",
            "{\"session\":\"12345678\",\"impressions\":[[[[[[[[[]]]]]]]]]}",
        }) {
            var answer = http.post(PATH, null, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo("malformed");
        }
        assertThat(refusal("{\"impressions\":[]}")).isEqualTo("session-missing");
        assertThat(refusal("{\"session\":\"short\",\"impressions\":[]}")).isEqualTo("session-invalid");
        assertThat(refusal("{\"session\":null,\"impressions\":[]}")).isEqualTo("session-invalid");
        // The session may come last.
        assertThat(http.post(PATH, null, "{\"impressions\":[],\"session\":\"12345678\"}")
                        .status())
                .isEqualTo(202);
    }

    private String refusal(String body) {
        var answer = http.post(PATH, null, body);
        assertThat(answer.status()).as(body).isEqualTo(422);
        return answer.code();
    }

    @Test
    void aHundredAreTakenAndNotOneMore() {
        assertThat(many(100).json().path("accepted").asInt()).isEqualTo(100);
        assertThat(many(101).code()).isEqualTo("too-many-impressions");
        assertThat(http.post(PATH, null, body(" ".repeat(64 << 10))).status()).isEqualTo(413);
        assertThat(logged().shown()).hasSize(100);
    }

    private Answer many(int count) {
        return tell(
                null,
                IntStream.range(0, count)
                        .mapToObj(number -> card("card-number-" + number))
                        .collect(Collectors.joining(",")));
    }

    @Test
    void aPrivateVideoIsThereForItsOwnerAlone() {
        shelf.put(video = new VideoId(ids.next()), alice.account(), Duration.ofMinutes(1), "private");

        assertThat(tell(bob, card("not-for-bob")).json().path("accepted").asInt())
                .isZero();
        assertThat(tell(alice, card("for-alice")).json().path("accepted").asInt())
                .isOne();
        assertThat(logged().shown().getFirst().owner()).isTrue();
    }

    @Test
    void whileTheVideoServiceIsAwayTheyAreTakenAllTheSame() {
        video = video(alice, Duration.ofMinutes(1));
        shelf.away(true);
        try {
            assertThat(tell(null, card("card-of-outage")).status()).isEqualTo(202);
        } finally {
            shelf.away(false);
            clock.advance(Duration.ofSeconds(3));
        }
        assertThat(logged().shown()).hasSize(1);
    }

    private Answer left(String site, String type) {
        return http.send(
                "POST",
                PATH,
                null,
                BodyPublishers.ofString(body(card("seen-at-last"))),
                "Content-Type",
                type,
                "Sec-Fetch-Site",
                site,
                "Origin",
                site.equals("cross-site") ? "https://blog.example" : "http://127.0.0.1:" + port,
                "Cookie",
                "sf_access=" + alice.token().get());
    }

    @Test
    void aPageThatIsLeftTellsByItsCookieAloneAndAnotherSitesInNobodysName() {
        assertThat(left("same-origin", "text/plain;charset=UTF-8").status()).isEqualTo(202);
        assertThat(logged().shown().getFirst().owner()).isTrue();

        session = UUID.randomUUID().toString();
        var foreign = left("cross-site", "text/plain;charset=UTF-8");
        assertThat(foreign.status()).isEqualTo(202);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(logged().shown().getFirst().owner()).isFalse();

        assertThat(left("same-origin", "application/x-www-form-urlencoded").status())
                .isEqualTo(415);
    }

    @Test
    void pagesOfOtherSitesAreNotInvited() {
        var answer = http.send(
                "OPTIONS",
                PATH,
                null,
                BodyPublishers.noBody(),
                "Origin",
                "https://blog.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
