package com.socialflow.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which impressions count, and how the log has them. */
class ImpressionTest {

    private static final Client PERSON = new Client(AgentKind.BROWSER, -4, Device.TV, "NG", false);

    private static Impressions told(Client client, Shown... shown) {
        return new Impressions(Told.SESSION, Told.DAY, client, List.of(shown));
    }

    private static Shown shown(long id, long secondsAgo, boolean owner) {
        return new Shown(Told.VIDEO, id, Told.DAY - secondsAgo * 1_000, Source.RELATED, true, owner);
    }

    private static String rejection(Impressions told) {
        return ImpressionRule.reject(told, told.shown().getFirst())
                .map(Reason::code)
                .orElse("counts");
    }

    @Test
    void theLogKeepsEverything() {
        var all = told(new Client(AgentKind.BOT, -4, Device.TV, "NG", true), shown(-1, 0, true), shown(2, 9, false));

        assertThat(ImpressionCodec.read(ImpressionCodec.write(all))).isEqualTo(all);
        assertThatThrownBy(() -> ImpressionCodec.read(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImpressionCodec.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void peopleCountAndNobodyElse() {
        var seen = shown(1, 0, false);
        assertThat(rejection(told(PERSON, seen))).isEqualTo("counts");
        assertThat(rejection(told(new Client(AgentKind.BOT, 1, Device.UNKNOWN, "", false), seen)))
                .isEqualTo("bot-agent");
        assertThat(rejection(told(new Client(AgentKind.BROWSER, 1, Device.UNKNOWN, "", true), seen)))
                .isEqualTo("data-centre");
        assertThat(rejection(told(PERSON, shown(1, 0, true)))).isEqualTo("owner");
    }

    @Test
    void aDayLaterIsTooLate() {
        assertThat(rejection(told(PERSON, shown(1, 86_400, false)))).isEqualTo("counts");
        assertThat(rejection(told(PERSON, shown(1, 86_401, false)))).isEqualTo("late");
    }

    @Test
    void videoAndNameTellImpressionsApart() {
        var one = shown(1, 0, false);
        assertThat(shown(1, 30, true).key()).isEqualTo(one.key());
        assertThat(shown(2, 0, false).key()).isNotEqualTo(one.key());
        assertThat(new Shown(new com.socialflow.core.VideoId(8), 1, 0, Source.HOME, true, false).key())
                .isNotEqualTo(one.key());
    }
}
