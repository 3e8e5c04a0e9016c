package com.socialflow.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.sessions.Rotation.Going;
import com.socialflow.user.sessions.Rotation.RefreshOutcome;
import com.socialflow.user.sessions.Session.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest extends UserServiceTest {

    private final Sessions sessions;
    private final Rotation rotation;
    private final SignInCleaning cleaning;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final TestClock clock;

    SessionsTest(
            Sessions sessions, Rotation rotation, SignInCleaning cleaning, JdbcClient jdbc, Ids ids, TestClock clock) {
        this.sessions = sessions;
        this.rotation = rotation;
        this.cleaning = cleaning;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Asvs("V2.3.2")
    @Test
    void endsTheOldestSessionOfTooMany() {
        var account = account();
        var opened = new ArrayList<RefreshToken>();
        for (var i = 0; i <= Rotation.SESSIONS_MAX; i++) {
            clock.advance(Duration.ofSeconds(1));
            opened.add(token(open(account, false)));
        }

        assertThat(rotation.refresh(opened.get(0), false)).isInstanceOf(RefreshOutcome.Over.class);
        assertThat(rotation.refresh(opened.get(1), false)).isInstanceOf(RefreshOutcome.Refreshed.class);
    }

    @Asvs("V7.3.2")
    @Test
    void lastsAYearHoweverBusy() {
        var token = token(open(account(), false));
        for (var month = 0; month < 14; month++) {
            clock.advance(Duration.ofDays(28));
            if (!(rotation.refresh(token, false) instanceof RefreshOutcome.Refreshed(var session))) {
                assertThat(month).isEqualTo(13);
                return;
            }
            token = token(session);
        }
        assertThat(false).as("it lasts longer").isTrue();
    }

    @Test
    void carriesTheRolesOfTheAccount() {
        var account = account();
        jdbc.sql("""
                UPDATE "user".account SET roles = ARRAY['moderator', 'creator'] WHERE id = :id
                """).param("id", account.value()).update();

        assertThat(open(account, true).roles()).containsExactlyInAnyOrder("moderator", "creator");
    }

    @Test
    void forgetsOldSessionsOfEverybodyInTime() {
        var account = account();
        sessions.end(Ids.format(open(account, false).id()));
        open(account, false);
        clock.advance(Duration.ofDays(2));

        cleaning.clean();

        assertThat(rows(account)).isEqualTo(1);
    }

    @Test
    void doesNotGoOnForAnAccountThatMayNotComeIn() {
        var account = account();
        var token = token(open(account, false));
        jdbc.sql("""
                UPDATE "user".account SET state = 'suspended' WHERE id = :id
                """).param("id", account.value()).update();

        assertThat(rotation.refresh(token, false)).isInstanceOf(RefreshOutcome.Over.class);
    }

    private Going open(AccountId account, boolean browser) {
        return rotation.open(new Opening(
                account, Set.of(Methods.PASSWORD), browser, Device.UNKNOWN, "192.0.2.0/24", new byte[] {1}));
    }

    private static RefreshToken token(Going session) {
        return Objects.requireNonNull(session.token());
    }

    private int rows(AccountId account) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".session WHERE account_id = :account
                """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
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
