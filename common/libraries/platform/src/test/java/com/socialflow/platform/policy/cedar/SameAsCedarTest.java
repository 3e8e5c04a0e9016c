package com.socialflow.platform.policy.cedar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.cedarpolicy.model.exception.InternalException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our engine decides as Cedar itself does, and by the same policies. */
class SameAsCedarTest {

    private static final int SETS = 3_000;
    private static final int REQUESTS_OF_A_SET = 3;

    @Test
    void decidesAsCedarDoes() throws Exception {
        var given = System.getProperty("seed", "");
        var seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
        var policies = new RandomPolicies(seed);
        var allowed = 0;
        var reasons = 0;
        for (var set = 0; set < SETS; set++) {
            var texts = policies.policies();
            var ours = read(texts, seed);
            for (var i = 0; i < REQUESTS_OF_A_SET; i++) {
                var request = policies.request();
                var theirs = NativeCedar.decide(texts, request);
                assertThat(ours.decide(request) instanceof Decision.Permitted)
                        .as("-Dseed=%d: %s for %s", seed, texts, request)
                        .isEqualTo(theirs.allowed());
                assertThat(ours.reasons(request))
                        .as("-Dseed=%d: %s for %s", seed, texts, request)
                        .isEqualTo(theirs.reasons());
                allowed += theirs.allowed() ? 1 : 0;
                reasons += theirs.reasons().size();
            }
        }
        // A test of refusals alone would find little.
        assertThat(allowed).isGreaterThan(SETS * REQUESTS_OF_A_SET / 10);
        assertThat(reasons).isGreaterThan(allowed);
    }

    private static PolicySet read(Map<String, String> texts, long seed) {
        try {
            return PolicySet.of(Map.of("random.cedar", String.join("\n", texts.values())));
        } catch (PolicyException e) {
            return fail("-Dseed=%d: %s in %s".formatted(seed, e.getMessage(), texts));
        }
    }

    @Test
    void whatCedarRefusesIsNotUnderstoodHereEither() {
        for (var text : new String[] {
            "permit(principal, action, resource)",
            "permit(principal, action);",
            "allow(principal, action, resource);",
            "permit(resource, action, principal);",
            "permit(principal, action, resource) when { 1 < 2 < 3 };",
            "permit(principal, action, resource) when { !!!!!true };",
            "permit(principal, action, resource) when { {a: 1, a: 2} == context };",
            "permit(principal, action, resource) when { 9223372036854775808 == 1 };",
            "permit(principal, action, resource) when { \"\\q\" == \"\" };",
            "permit(principal, action, resource) when { principal.if == 1 };",
            "permit(principal, action, resource) when { person.name == 1 };",
            "permit(principal in [Group::\"a\"], action, resource);",
            "@id(\"a\") @id(\"b\") permit(principal, action, resource);"
        }) {
            assertThatThrownBy(() -> com.cedarpolicy.model.policy.PolicySet.parsePolicies(text))
                    .as("Cedar: %s", text)
                    .isInstanceOf(InternalException.class);
            assertThatThrownBy(() -> PolicySet.of(Map.of("x.cedar", text)))
                    .as("ours: %s", text)
                    .isInstanceOf(PolicyException.class);
        }
    }
}
