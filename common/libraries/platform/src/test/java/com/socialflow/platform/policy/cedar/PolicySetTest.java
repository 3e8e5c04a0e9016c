package com.socialflow.platform.policy.cedar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.testkit.Asvs;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetTest {

    private static final Entity ALICE =
            new Entity(new Uid("Person", "alice"), Map.of("roles", Set.of("admin")), Set.of(new Uid("Role", "admin")));
    private static final Entity CLIP = new Entity(
            new Uid("Video", "clip"), Map.of("owner", new Uid("Person", "alice"), "visibility", "private"), Set.of());

    @Asvs("V8.2.1")
    @Test
    void whatNobodyPermitsIsNotPermitted() {
        assertThat(decide("permit(principal, action == Action::\"edit\", resource);", "view"))
                .isInstanceOf(Decision.NotPermitted.class);
        assertThat(decide("", "view")).isInstanceOf(Decision.NotPermitted.class);
    }

    @Test
    void forbiddingIsStrongerThanPermitting() {
        var decision = decide("""
                permit(principal, action, resource);
                @problem("locked")
                forbid(principal, action == Action::"edit", resource) when { resource.visibility == "private" };
                """, "edit");

        assertThat(decision).isInstanceOf(Decision.Forbidden.class);
        assertThat(((Decision.Forbidden) decision).by().problem()).isEqualTo("locked");
    }

    @Test
    void anOwnerIsWhoTheThingSaysItIs() {
        var own = "permit(principal is Person, action, resource is Video) when { resource.owner == principal };";

        assertThat(decide(own, "edit")).isInstanceOf(Decision.Permitted.class);
        assertThat(PolicySet.of(Map.of("x.cedar", own))
                        .decide(new Request(Entity.of("Person", "bob"), "edit", CLIP, Map.of())))
                .isInstanceOf(Decision.NotPermitted.class);
    }

    @Test
    void rolesAreGroups() {
        assertThat(decide("permit(principal in Role::\"admin\", action, resource);", "edit"))
                .isInstanceOf(Decision.Permitted.class);
        assertThat(decide("permit(principal, action, resource) when { principal.roles.contains(\"admin\") };", "edit"))
                .isInstanceOf(Decision.Permitted.class);
    }

    @Asvs("V16.5.3")
    @Test
    void aPolicyThatCannotBeEvaluatedDoesNotCount() {
        assertThat(decide("permit(principal, action, resource) when { resource.price < 3 };", "view"))
                .isInstanceOf(Decision.NotPermitted.class);
    }

    @Test
    void aPolicyIsNamedByItsIdOrItsPlace() {
        var set = PolicySet.of(Map.of("x.cedar", """
                // A comment.
                permit(principal, action, resource);

                @id("second")
                permit(principal, action, resource);
                """));

        assertThat(set.reasons(new Request(ALICE, "view", CLIP, Map.of()))).containsExactly("second", "x.cedar:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "principal.age + 1 == 2",
                "ip(\"127.0.0.1\").isLoopback()",
                "resource.tags.isEmpty()",
                "decimal(\"1.0\") == context.price",
                "principal == ?principal",
                "resource.hasTag(\"a\")"
            })
    void whatIsOutsideOurSubsetIsRefusedWithFileAndLine(String condition) {
        var text = "permit(principal, action, resource)\nwhen { %s };".formatted(condition);

        assertThatThrownBy(() -> PolicySet.of(Map.of("x.cedar", text)))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("x.cedar:2: ");
    }

    @Test
    void twoPoliciesOfOneIdAreRefused() {
        var text = "@id(\"a\") permit(principal, action, resource); @id(\"a\") forbid(principal, action, resource);";

        assertThatThrownBy(() -> PolicySet.of(Map.of("x.cedar", text))).hasMessageContaining("two policies");
    }

    private static Decision decide(String policies, String action) {
        return PolicySet.of(Map.of("x.cedar", policies)).decide(new Request(ALICE, action, CLIP, Map.of()));
    }
}
