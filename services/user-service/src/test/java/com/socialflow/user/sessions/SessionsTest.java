package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.sessions.Sessions.RefreshOutcome;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest extends UserServiceTest {

    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final TestClock clock;

    SessionsTest(Sessions sessions, JdbcClient jdbc, Ids ids, TestClock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Test
    void endsTheOldestSessionOfTooMany() {
        var account = account();
        var opened = new ArrayList<RefreshToken>();
        for (var i = 0; i <= Sessions.SESSIONS_MAX; i++) {
            clock.advance(Duration.ofSeconds(1));
            opened.add(sessions.open(account, false).token());
        }

        assertThat(sessions.refresh(opened.get(0), false)).isInstanceOf(RefreshOutcome.Over.class);
        assertThat(sessions.refresh(opened.get(1), false)).isInstanceOf(RefreshOutcome.Refreshed.class);
    }

    @Test
    void lastsAYearHoweverBusy() {
        var token = sessions.open(account(), false).token();
        for (var month = 0; month < 14; month++) {
            clock.advance(Duration.ofDays(28));
            if (!(sessions.refresh(token, false) instanceof RefreshOutcome.Refreshed(var session))) {
                assertThat(month).isEqualTo(13);
                return;
            }
            token = session.token();
        }
        assertThat(false).as("it lasts longer").isTrue();
    }

    @Test
    void carriesTheRolesOfTheAccount() {
        var account = account();
        jdbc.sql("""
                UPDATE "user".account SET roles = ARRAY['moderator', 'creator'] WHERE id = :id
                """).param("id", account.value()).update();

        assertThat(sessions.open(account, true).roles()).containsExactlyInAnyOrder("moderator", "creator");
    }

    @Test
    void forgetsOldSessionsWhenANewOneBegins() {
        var account = account();
        sessions.end(sessions.open(account, false).session());
        clock.advance(Duration.ofDays(2));

        sessions.open(account, false);

        assertThat(jdbc.sql("""
                SELECT count(*) FROM "user".session WHERE account_id = :id
                """)
                        .param("id", account.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private AccountId account() {
        var id = ids.next();
        jdbc.sql("""
                INSERT INTO "user".account (id, username, display_name, email, email_key, birth_date, created_at)
                VALUES (:id, :name, 'Someone', :name, :name, DATE '1990-01-01', now())
                """).param("id", id).param("name", someone()).update();
        return new AccountId(id);
    }
}
