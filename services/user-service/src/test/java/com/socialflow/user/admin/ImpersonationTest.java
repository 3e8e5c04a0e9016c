package com.socialflow.user.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An administrator has much to do with other people's accounts and never is one of them. */
class ImpersonationTest extends AdminTest {

    private static final Pattern SUSPICIOUS =
            Pattern.compile("impersonat|masquerad|sudo|act-?as|act-?on-?behalf|login-?as|sign-?in-?as|assume|become");

    private final RequestMappingHandlerMapping routes;

    ImpersonationTest(JdbcClient jdbc, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        super(jdbc);
        this.routes = routes;
    }

    @Test
    void noRouteTakesSomebodyElseAsActor() {
        routes.getHandlerMethods().forEach((route, method) -> {
            assertThat(SUSPICIOUS
                            .matcher(route.toString().toLowerCase(Locale.ROOT))
                            .find())
                    .as("%s", route)
                    .isFalse();
            for (var parameter : method.getMethodParameters()) {
                var type = parameter.nestedIfOptional().getNestedParameterType();
                // Who acts comes from the token: from nothing that a client can choose.
                assertThat(type == Actor.class && parameter.getParameterAnnotations().length > 0)
                        .as("%s takes an actor from the request", method)
                        .isFalse();
                assertThat(type == AccountId.class && parameter.hasParameterAnnotation(RequestHeader.class))
                        .as("%s takes an account from a header", method)
                        .isFalse();
            }
        });
    }

    @Test
    void nothingThatAnAdministratorCanAskForGivesTokensOfSomebodyElse() {
        noAdmins();
        var admin = person("admin");
        person("admin");
        var target = person();
        var sessions = sessions(target.id());
        routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getPatternValues().stream().allMatch(path -> path.startsWith("/api/v1/admin/")))
                .forEach(route -> {
                    var path = route.getPatternValues().iterator().next();
                    for (var method : route.getMethodsCondition().getMethods()) {
                        var filled = path.replaceAll("\\{[^}]*}", target.id().toString());
                        var body = method.name().equals("GET") ? null : Map.of();
                        if (!filled.endsWith("/export")) {
                            var answer = api.call(method.name(), filled, body, admin.bearer());
                            assertThat(answer.body().toString())
                                    .as("%s %s", method, filled)
                                    .doesNotContain("accessToken", "refreshToken");
                            assertThat(answer.headers().containsHeader("Set-Cookie"))
                                    .as("%s %s", method, filled)
                                    .isFalse();
                        }
                    }
                });

        assertThat(sessions(target.id())).isLessThanOrEqualTo(sessions);
    }

    private int sessions(AccountId account) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".session WHERE account_id = :id
                """).param("id", account.value()).query(Integer.class).single();
    }
}
