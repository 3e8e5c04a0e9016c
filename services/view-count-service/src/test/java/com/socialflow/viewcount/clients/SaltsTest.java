package com.socialflow.viewcount.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.viewcount.ViewCountServiceTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Salts of days, on the database that all processes share. */
class SaltsTest extends ViewCountServiceTest {

    @Autowired
    private SaltStore store;

    @Autowired
    private Salts salts;

    private List<LocalDate> kept() {
        return jdbc.sql("SELECT day FROM view_count.salt ORDER BY day")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private Instant nextMorning() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void processesShareADaysSalt() {
        var another = new Salts(store, new SecureRandom(), clock, new Recurring());

        assertThat(another.at(clock.instant())).isEqualTo(salts.at(clock.instant()));
        assertThat(another.at(clock.instant().plus(Duration.ofDays(1)))).isNotEqualTo(salts.at(clock.instant()));
    }

    @Test
    void aSaltEndsTwentyFiveHoursAfterItsDayBegan() {
        salts.at(clock.instant());
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        clock.set(nextMorning().plus(Duration.ofMinutes(59)));
        salts.tend();
        assertThat(kept()).contains(day);

        clock.advance(Duration.ofMinutes(1));
        salts.tend();
        assertThat(kept()).doesNotContain(day);
    }

    @Test
    void tomorrowsIsThereBeforeMidnight() {
        clock.set(nextMorning().minus(Duration.ofMinutes(30)));
        salts.tend();

        assertThat(kept()).contains(LocalDate.ofInstant(nextMorning(), ZoneOffset.UTC));
    }
}
