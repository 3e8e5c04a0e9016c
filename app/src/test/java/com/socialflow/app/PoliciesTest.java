package com.socialflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.socialflow.analytics.AnalyticsModule;
import com.socialflow.core.VideoId;
import com.socialflow.gateway.GatewayModule;
import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.policy.Declarations;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.PermittedCalls;
import com.socialflow.platform.policy.Resource;
import com.socialflow.social.SocialModule;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestEngines;
import com.socialflow.user.UserModule;
import com.socialflow.video.VideoModule;
import com.socialflow.viewcount.ViewCountModule;
import io.grpc.BindableService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No route and no call of the whole program goes without a decision, and Cedar itself agrees with every policy. */
@Tag("engines")
class PoliciesTest {

    /** Actions that no route has: use cases ask for them, with the thing itself. */
    private static final Set<String> OF_USE_CASES =
            Set.of("video.play", "video.list-all", "comment.curate", "stats.read-rejected");

    /** Changes that strangers may make and that need no limit of their own, with the reason. */
    private static final Set<String> NEEDS_NO_LIMIT = Set.of(
            // Not a request of anybody: the server's own errors.
            "problem.show",
            // By its path it is counted with the rest of the authorization server.
            "oauth.logout");

    @SuppressWarnings("NullAway.Init") // before any test
    private static ConfigurableApplicationContext program;

    private final Permits permits = program.getBean(Permits.class);

    @BeforeAll
    static void start() {
        var database = TestEngines.postgres();
        program = new SpringApplicationBuilder(
                        PlatformConfiguration.class,
                        UserModule.class,
                        VideoModule.class,
                        SocialModule.class,
                        ViewCountModule.class,
                        AnalyticsModule.class,
                        GatewayModule.class)
                .beanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE)
                .run(
                        "--server.port=0",
                        "--socialflow.data=target/policies-data",
                        "--socialflow.database.url=" + database.url(),
                        "--socialflow.database.user=" + database.user(),
                        "--socialflow.database.password=" + database.password(),
                        "--socialflow.redis.url=redis://127.0.0.1:1",
                        "--socialflow.messaging.enabled=false");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Asvs({"V8.2.1", "V8.3.1"})
    @Test
    void everyRouteHasADecision() {
        var undecided = new TreeMap<String, String>();
        routes().forEach((route, handler) -> {
            var action = Declarations.action(handler.getMethod());
            if (action.isEmpty() || !permits.actions().contains(action.get())) {
                undecided.put(route.toString(), action.orElse("no @Permit"));
            }
        });

        assertThat(routes()).hasSizeGreaterThan(20);
        assertThat(undecided)
                .as("routes without @Permit, or whose action no policy names: they are refused to everybody")
                .isEmpty();
    }

    @Test
    void everyCallHasADecision() {
        var undecided = new ArrayList<String>();
        PermittedCalls.actions(services()).forEach((call, action) -> {
            if (action.isEmpty() || !permits.actions().contains(action.get())) {
                undecided.add(call);
            }
        });

        assertThat(services()).isNotEmpty();
        assertThat(undecided)
                .as("calls without @Permit, or whose action no policy names")
                .isEmpty();
    }

    @Test
    void everyPolicyIsAboutSomethingThatIsDone() {
        assertThat(permits.actions())
                .as("actions of policies that no route, call or use case has: a typing mistake in a forbid forbids"
                        + " nothing")
                .isSubsetOf(actions());
    }

    @Test
    void whatStrangersMayChangeHasALimitOfItsOwn() {
        var unlimited = new TreeSet<String>();
        routes().forEach((route, handler) -> {
            var action = Declarations.action(handler.getMethod()).orElseThrow();
            if (changes(route) && openToStrangers(action) && !limited(handler) && !NEEDS_NO_LIMIT.contains(action)) {
                unlimited.add(route.toString());
            }
        });

        assertThat(unlimited)
                .as("what strangers may POST, PUT or PATCH says with @Limited with what it is limited")
                .isEmpty();
    }

    @Test
    void cedarItselfTakesEveryPolicy() throws Exception {
        for (var file : files().entrySet()) {
            assertThat(PolicySet.parsePolicies(file.getValue()).getNumPolicies())
                    .as(file.getKey())
                    .isPositive();
        }
    }

    /** Which also proves that none fails for a value that is not there or of another type. */
    @Test
    void everyPolicyFitsTheSchema() throws Exception {
        var policies = new HashSet<Policy>();
        for (var file : files().entrySet()) {
            for (var policy : PolicySet.parsePolicies(file.getValue()).policies) {
                policies.add(new Policy(policy.getSource(), file.getKey() + " " + policy.getID()));
            }
        }

        var response = new BasicAuthorizationEngine()
                .validate(new ValidationRequest(new Schema(schema()), new PolicySet(policies)));

        assertThat(response.errors).as("errors of the schema").isEmpty();
        assertThat(response.success.orElseThrow().validationErrors)
                .extracting(error -> error.getPolicyId() + ": " + error.getError().message)
                .isEmpty();
    }

    private static String schema() throws IOException {
        try (var in = PoliciesTest.class.getResourceAsStream("/policy/socialflow.cedarschema")) {
            if (in == null) {
                throw new IOException("there is no policy/socialflow.cedarschema");
            }
            var names = actions().stream().map(action -> '"' + action + '"').toList();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"every action\"", String.join(", ", names));
        }
    }

    private static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:policy/*.cedar")) {
            files.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        }
        assertThat(files).containsKeys("platform.cedar", "user.cedar", "video.cedar");
        return files;
    }

    private static Set<String> actions() {
        var actions = new TreeSet<>(OF_USE_CASES);
        routes().values()
                .forEach(handler -> Declarations.action(handler.getMethod()).ifPresent(actions::add));
        PermittedCalls.actions(services()).values().forEach(action -> action.ifPresent(actions::add));
        return actions;
    }

    private static Map<RequestMappingInfo, HandlerMethod> routes() {
        return program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    private static List<BindableService> services() {
        return program.getBeansOfType(BindableService.class).values().stream().toList();
    }

    private static boolean changes(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return methods.contains(RequestMethod.POST)
                || methods.contains(RequestMethod.PUT)
                || methods.contains(RequestMethod.PATCH);
    }

    /** Asked as the edge asks. */
    private boolean openToStrangers(String action) {
        return permits.allows(Optional.empty(), action, Resource.of("Route", new VideoId(0)));
    }

    private static boolean limited(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Limited.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Limited.class);
    }
}
