package com.socialflow.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.app.monitoring.PromQl.Selector;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void findsWhatIsSelectedWithItsLabels() {
        assertThat(PromQl.selectors("""
                sum by (uri) (rate(requests_count{outcome=~"5..", job="a, b"}[5m])) / on (uri) group_left ()
                  clamp_min(sum(rate(requests_count[$__rate_interval])) by (uri), 1) > bool 0.05 unless job:down:ratio
                """))
                .containsExactly(
                        new Selector("requests_count", Set.of("outcome", "job")),
                        new Selector("requests_count", Set.of()),
                        new Selector("job:down:ratio", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(a",
                "a b",
                "rate(a[5 minutes])",
                "a{b}",
                "a{b=c}",
                "a >",
                "sum by uri (a)",
                "a{b=\"c\"",
                "mean(a)",
                "",
                "a ; b"
            })
    void refusesWhatIsNone(String expression) {
        assertThatThrownBy(() -> PromQl.selectors(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
