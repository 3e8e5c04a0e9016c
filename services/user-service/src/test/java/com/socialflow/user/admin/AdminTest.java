package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators and others. */
abstract class AdminTest extends UserServiceTest {

    final JdbcClient jdbc;

    AdminTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A signed-in person. */
    record Person(AccountId id, String name, String token) {

        String[] bearer() {
            return new String[] {"Authorization", "Bearer " + token};
        }

        String path() {
            return "/api/v1/admin/accounts/" + id;
        }
    }

    Person person(String... roles) {
        var name = someone();
        var id = AccountId.parse(api.register(name).text("id"));
        jdbc.sql("""
                UPDATE "user".account SET roles = :roles WHERE id = :id
                """).param("roles", roles).param("id", id.value()).update();
        return new Person(id, name, api.signIn(name, Api.PASSWORD).text("accessToken"));
    }

    /** Leaves the installation without an administrator. */
    void noAdmins() {
        jdbc.sql("UPDATE \"user\".account SET roles = '{}'").update();
    }

    int events(String type, AccountId account) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".outbox WHERE event_type = :type AND ordering_key = :account
                """)
                .param("type", "socialflow.user.v1." + type)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }
}
