package com.socialflow.viewcount.beacons;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of every kind. */
class BatchReaderTest {

    private static Batch read(String body) {
        return BatchReader.read(body.getBytes(UTF_8), false);
    }

    private static String beacon(String more) {
        return "{\"session\":\"12345678\",\"intervals\":[[0,1]]" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "7",
                "null",
                "\"text\"",
                "session=12345678",
                "{\"beacons\":7}",
                "{\"beacons\":null}",
                "{\"beacons\":[}",
                "{\"beacons\":[]",
                "{\"beacons\":[]}{}",
                "{\"beacons\":[],\"more\":1}",
                "{\"beacons\":[{\"session\":]}",
                "{\"beacons\":[[[[[[[[[[]]]]]]]]]]}",
                "{\"session\":\"12345678\",\"intervals\":[[0,1]]} x",
                "{\"session\":\"12345678\",\"intervals\":[[0,1",
                "{\"session\":\"12345678\",\"rate\":NaN}",
                "{\"session\":\"12345678\",\"rate\":01}",
            })
    void whatIsNoBodyIsRefusedAsAWhole(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo("malformed");
        });
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> BatchReader.read(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"'}, false))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                        | session-missing
            {"session":"12345678"}                                    | intervals-missing
            {"session":null,"intervals":[]}                           | session-missing
            {"session":"1234567","intervals":[]}                      | session-invalid
            {"session":"1234567 ","intervals":[]}                     | session-invalid
            {"session":12345678,"intervals":[]}                       | session-invalid
            {"session":"12345678","intervals":{}}                     | intervals-invalid
            {"session":"12345678","intervals":[1,2]}                  | intervals-invalid
            {"session":"12345678","intervals":[[1]]}                  | intervals-invalid
            {"session":"12345678","intervals":[[1,2,3]]}              | intervals-invalid
            {"session":"12345678","intervals":[[1,"2"]]}              | intervals-invalid
            {"session":"12345678","intervals":[[1,null]]}             | intervals-invalid
            {"session":"12345678","intervals":[[1,1e300]]}            | intervals-invalid
            {"session":"12345678","session":"12345678"}               | field-twice
            {"session":"12345678","intervals":[],"sequence":-1}       | sequence-invalid
            {"session":"12345678","intervals":[],"sequence":1.5}      | sequence-invalid
            {"session":"12345678","intervals":[],"sequence":4294967296} | sequence-invalid
            {"session":"12345678","intervals":[],"positionSeconds":-1} | position-invalid
            {"session":"12345678","intervals":[],"elapsedSeconds":true} | elapsed-invalid
            {"session":"12345678","intervals":[],"sentSeconds":"1"}   | sent-invalid
            {"session":"12345678","intervals":[],"rate":0}            | rate-invalid
            {"session":"12345678","intervals":[],"hiddenSeconds":-2}  | hidden-invalid
            {"session":"12345678","intervals":[],"event":"START"}     | event-unknown
            {"session":"12345678","intervals":[],"source":"unknown"}  | source-unknown
            {"session":"12345678","intervals":[],"live":1}            | live-invalid
            {"session":"12345678","intervals":[],"quality":[]}        | quality-invalid
            {"session":"12345678","intervals":[],"quality":{"stalls":-1}} | quality-invalid
            {"session":"12345678","intervals":[],"quality":{"errors":["é"]}} | quality-invalid
            {"session":"12345678","intervals":[],"quality":{"more":{"deep":[1]}}} | field-unknown
            {"session":"12345678","intervals":[],"video":"0HZZZZZZZZZZZ"} | field-unknown
            {"more":[[[1]]]}                                          | field-unknown
            """)
    void whatDoesNotFitIsNamedAndTheNextIsRead(String beacon, String code) {
        assertThatThrownBy(() -> read(beacon))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(code.startsWith("field-") ? "malformed" : code));

        var several = read("{\"beacons\":[" + beacon + "," + beacon("") + "]}");
        assertThat(several.rejected()).containsExactly(new Rejection(0, code));
        assertThat(several.told()).extracting(Told::index).containsExactly(1);
    }

    @Test
    void intervalsHaveALimit() {
        var fits = "[0,1],".repeat(ToldReader.INTERVALS_MAX - 1) + "[5,6]";
        var one = "{\"session\":\"12345678\",\"intervals\":[%s]}";

        assertThat(read(one.formatted(fits)).told().getFirst().part().intervals())
                .hasSize(2 * ToldReader.INTERVALS_MAX)
                .endsWith(5_000, 6_000);
        assertThat(read("{\"beacons\":[" + one.formatted(fits + ",[0,1]") + "]}")
                        .rejected())
                .containsExactly(new Rejection(0, "too-many-intervals"));
    }

    @Test
    void whatIsPlayedImpossiblyIsTheRulesToJudge() {
        assertThat(read("{\"session\":\"12345678\",\"intervals\":[[9,-3]]}")
                        .told()
                        .getFirst()
                        .part()
                        .intervals())
                .containsExactly(9_000, -3_000);
    }

    @Test
    void videosAreNamedWhereThereAreMany() {
        var body =
                "{\"beacons\":[%s,%s]}".formatted(beacon("\"video\":\"no id\""), beacon("\"video\":\"0HZZZZZZZZZZZ\""));
        var batch = BatchReader.read(body.getBytes(UTF_8), true);

        assertThat(batch.rejected()).containsExactly(new Rejection(0, "video-invalid"));
        assertThat(batch.told()).hasSize(1);
        assertThatThrownBy(() -> BatchReader.read(beacon("").getBytes(UTF_8), true))
                .isInstanceOf(Problem.class);
    }

    @Test
    void everyFieldOfTheDescriptionIsKnown() {
        var fields = names(BeaconSchemas.OfOneVideo.class)
                .filter(name -> !name.equals("beacons") && !name.equals("session") && !name.equals("intervals"))
                .map(name -> "\"" + name + "\":" + (name.equals("quality") ? quality() : "[]"))
                .toList();
        for (var field : fields) {
            assertThat(read("{\"beacons\":[" + beacon(field) + "]}").rejected())
                    .as(field)
                    .extracting(Rejection::code)
                    .doesNotContain("field-unknown");
        }
    }

    private static String quality() {
        return names(BeaconSchemas.PlaybackQuality.class)
                .map(name -> "\"" + name + "\":null")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Stream<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }
}
