package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Profiles as the database keeps them. */
@Component
class ProfileStore {

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Profile find(AccountId account) {
        return jdbc.sql("""
                SELECT biography, link_names, link_urls, language, private_account, made_for_kids, avatar, banner
                  FROM "user".profile
                 WHERE account_id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> profile(row))
                .optional()
                .orElse(Profile.EMPTY);
    }

    /** The profiles of those who have said something. */
    Map<AccountId, Profile> findAll(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Profile>();
        jdbc.sql("""
                SELECT account_id, biography, link_names, link_urls, language, private_account, made_for_kids,
                       avatar, banner
                  FROM "user".profile
                 WHERE account_id = ANY (:accounts)
                """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(new AccountId(row.getLong("account_id")), profile(row));
                });
        return found;
    }

    private static Profile profile(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("link_names").getArray();
        var urls = (String[]) row.getArray("link_urls").getArray();
        var links = new ArrayList<Link>();
        for (int i = 0; i < names.length; i++) {
            links.add(new Link(names[i], urls[i]));
        }
        return new Profile(
                row.getString("biography"),
                links,
                row.getString("language"),
                row.getBoolean("private_account"),
                row.getBoolean("made_for_kids"),
                row.getString("avatar"),
                row.getString("banner"));
    }

    void save(AccountId account, Profile profile) {
        List<Link> links = profile.links();
        jdbc.sql("""
                INSERT INTO "user".profile
                       (account_id, biography, link_names, link_urls, language, private_account, made_for_kids,
                        avatar, banner)
                VALUES (:account, :biography, :names, :urls, :language, :private, :kids, :avatar, :banner)
                ON CONFLICT (account_id) DO UPDATE
                   SET biography = excluded.biography, link_names = excluded.link_names,
                       link_urls = excluded.link_urls, language = excluded.language,
                       private_account = excluded.private_account, made_for_kids = excluded.made_for_kids,
                       avatar = excluded.avatar, banner = excluded.banner
                """)
                .param("account", account.value())
                .param("biography", profile.biography())
                .param("names", links.stream().map(Link::name).toArray(String[]::new))
                .param("urls", links.stream().map(Link::url).toArray(String[]::new))
                .param("language", profile.language(), Types.VARCHAR)
                .param("private", profile.privateAccount())
                .param("kids", profile.madeForKids())
                .param("avatar", profile.avatar(), Types.VARCHAR)
                .param("banner", profile.banner(), Types.VARCHAR)
                .update();
    }

    /** When the person of an account was born. */
    LocalDate birthDate(AccountId account) {
        return jdbc.sql("""
                SELECT birth_date FROM "user".account WHERE id = :account
                """)
                .param("account", account.value())
                .query((row, _) -> row.getObject("birth_date", LocalDate.class))
                .single();
    }

    void delete(AccountId account) {
        jdbc.sql("""
                DELETE FROM "user".profile WHERE account_id = :account
                """).param("account", account.value()).update();
    }

    /** The names of an account whose row this transaction has locked; counts as a change of it. */
    void name(AccountId account, String displayName, String locale) {
        jdbc.sql("""
                UPDATE "user".account
                   SET display_name = :displayName, locale = :locale, revision = revision + 1
                 WHERE id = :account
                """)
                .param("account", account.value())
                .param("displayName", displayName)
                .param("locale", locale)
                .update();
    }
}
