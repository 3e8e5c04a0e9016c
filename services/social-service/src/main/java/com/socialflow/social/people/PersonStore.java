package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import com.socialflow.social.people.Person.AgeBand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.person}. */
@Component
class PersonStore {

    private static final String COLUMNS =
            "account_id, username, display_name, avatar, private_account, made_for_kids, age_band, hidden";

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of them of whom the age band is known too. */
    List<Person> find(Collection<AccountId> accounts) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.person WHERE account_id = ANY (?::bigint[]) AND asked")
                .param(accounts.stream().mapToLong(AccountId::value).toArray())
                .query((row, _) -> person(row))
                .list();
    }

    /** At most one of each name, the one told of last: a name may have had another owner. */
    List<Person> named(Collection<String> usernames) {
        return jdbc.sql("SELECT DISTINCT ON (lower(username)) " + COLUMNS + """
                  FROM social.person
                 WHERE lower(username) = ANY (?::text[]) AND asked
                 ORDER BY lower(username), told_at DESC
                """)
                .param(usernames.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toArray(String[]::new))
                .query((row, _) -> person(row))
                .list();
    }

    /** What the user service answered about the person. */
    void put(Person person, Instant now) {
        jdbc.sql("""
                INSERT INTO social.person (account_id, username, display_name, avatar, private_account, made_for_kids,
                                           age_band, hidden, told_at, asked)
                VALUES (:id, :username, :name, :avatar, :private, :kids, :age, :hidden, :now, true)
                    ON CONFLICT (account_id) DO UPDATE
                   SET username = excluded.username, display_name = excluded.display_name, avatar = excluded.avatar,
                       private_account = excluded.private_account, made_for_kids = excluded.made_for_kids,
                       age_band = excluded.age_band, hidden = excluded.hidden, told_at = excluded.told_at, asked = true
                """)
                .param("id", person.account().value())
                .param("username", person.username())
                .param("name", person.displayName())
                .param("avatar", person.avatar())
                .param("private", person.privateAccount())
                .param("kids", person.madeForKids())
                .param("age", person.ageBand().name().toLowerCase(Locale.ROOT))
                .param("hidden", person.hidden())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What an event tells: everything but the age band, which stays as it is known or is asked for. */
    void tell(Person person, Instant now) {
        jdbc.sql("""
                INSERT INTO social.person (account_id, username, display_name, avatar, private_account, made_for_kids,
                                           hidden, told_at, asked)
                VALUES (:id, :username, :name, :avatar, :private, :kids, :hidden, :now, false)
                    ON CONFLICT (account_id) DO UPDATE
                   SET username = excluded.username, display_name = excluded.display_name, avatar = excluded.avatar,
                       private_account = excluded.private_account, made_for_kids = excluded.made_for_kids,
                       hidden = excluded.hidden, told_at = excluded.told_at
                """)
                .param("id", person.account().value())
                .param("username", person.username())
                .param("name", person.displayName())
                .param("avatar", person.avatar())
                .param("private", person.privateAccount())
                .param("kids", person.madeForKids())
                .param("hidden", person.hidden())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A newcomer, unless more than the name is known. */
    void greet(AccountId account, String username, Instant now) {
        jdbc.sql("""
                INSERT INTO social.person (account_id, username, display_name, told_at, asked)
                VALUES (:id, :username, :username, :now, false)
                    ON CONFLICT (account_id) DO NOTHING
                """)
                .param("id", account.value())
                .param("username", username)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Person> lockShared(long[] accounts) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.person
                 WHERE account_id = ANY (?::bigint[])
                 ORDER BY account_id
                   FOR SHARE
                """)
                .param(accounts)
                .query((row, _) -> person(row))
                .list();
    }

    List<Person> lockAlone(long[] accounts) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM social.person
                 WHERE account_id = ANY (?::bigint[])
                 ORDER BY account_id
                   FOR UPDATE
                """)
                .param(accounts)
                .query((row, _) -> person(row))
                .list();
    }

    int delete(AccountId account) {
        return jdbc.sql("DELETE FROM social.person WHERE account_id = :id")
                .param("id", account.value())
                .update();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new AccountId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                AgeBand.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getBoolean(8));
    }
}
