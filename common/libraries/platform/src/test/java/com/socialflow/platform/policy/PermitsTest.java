package com.socialflow.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.Delegation;
import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private static final AccountId ALICE = new AccountId(4_711);
    private static final AccountId BOB = new AccountId(4_712);

    private final TestClock clock = TestClock.atNoon();
    private final Permits permits = new Permits(PolicyFiles.policies(), new Principals(PolicyFiles.roles()), clock);

    @Test
    void everybodyMayDoWhatIsOpen() {
        assertThatCode(() -> ask(null, "test.open")).doesNotThrowAnyException();
        assertThatCode(() -> ask(person(ALICE), "test.open")).doesNotThrowAnyException();
    }

    @Test
    void whatNoPolicyNamesIsRefused() {
        assertThat(refusal(person(ALICE), "test.unheard-of").code()).isEqualTo("forbidden");
        assertThat(refusal(null, "test.unheard-of").code()).isEqualTo("authentication-required");
    }

    @Test
    void strangersAreAskedToSignIn() {
        var problem = refusal(null, "test.mine");

        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(refusal(null, "test.sensitive").code()).isEqualTo("authentication-required");
    }

    @Asvs({"V7.5.1", "V10.3.4"})
    @Test
    void whatIsSensitiveNeedsARecentProof() {
        var alice = person(ALICE);
        assertThatCode(() -> ask(alice, "test.sensitive")).doesNotThrowAnyException();

        clock.advance(Duration.ofSeconds(601));

        var problem = refusal(alice, "test.sensitive");
        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.code()).isEqualTo("reauthentication-required");
        assertThat(problem.detail()).contains("/api/v1/sessions/current/reauthentication");
    }

    @Test
    void aPolicySaysWhyInItsOwnWords() {
        assertThat(refusal(person(ALICE), "test.grown-up").code()).isEqualTo("too-young");
        assertThat(refusal(person(ALICE), "test.grown-up").detail()).isEqualTo("grow a little older first");
    }

    @Test
    void rolesContainRoles() {
        assertThat(refusal(person(ALICE), "test.moderate").status()).isEqualTo(403);
        assertThat(refusal(person(ALICE, "advertiser"), "test.moderate").status())
                .isEqualTo(403);
        assertThatCode(() -> ask(person(ALICE, "moderator"), "test.moderate")).doesNotThrowAnyException();
        assertThatCode(() -> ask(person(ALICE, "admin"), "test.moderate")).doesNotThrowAnyException();
    }

    @Test
    void aProgramNeedsTheScopeThatThePersonGaveIt() {
        var program = delegated("profile:read");

        assertThatCode(() -> permits.atEdge(program, new Requirement("test.mine", "profile:read")))
                .doesNotThrowAnyException();
        assertThatCode(() -> permits.atEdge(program, new Requirement("test.mine", Permit.ANY_SCOPE)))
                .doesNotThrowAnyException();
        var problem = refusal(program, new Requirement("test.mine", "profile:write"));
        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.code()).isEqualTo("insufficient-scope");
        assertThat(problem.headers())
                .containsEntry("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"profile:write\"");
    }

    @Test
    void whatNamesNoScopeIsNotForPrograms() {
        var problem = refusal(delegated("profile:read", "profile:write"), new Requirement("test.mine", ""));

        assertThat(problem.code()).isEqualTo("insufficient-scope");
    }

    @Test
    void aThingIsItsOwners() {
        var mine = thing(ALICE, "private");

        assertThatCode(() -> permits.require(person(ALICE), "thing.edit", mine)).doesNotThrowAnyException();
        assertThatThrownBy(() -> permits.require(person(BOB), "thing.edit", mine))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> permits.require(person(BOB, "admin"), "thing.edit", mine))
                .isInstanceOf(Problem.class);
        assertThat(permits.allows(Optional.of(person(ALICE)), "thing.read", mine))
                .isTrue();
        assertThat(permits.allows(Optional.of(person(BOB)), "thing.read", mine)).isFalse();
        assertThat(permits.allows(Optional.empty(), "thing.read", mine)).isFalse();
        assertThat(permits.allows(Optional.empty(), "thing.read", thing(ALICE, "public")))
                .isTrue();
    }

    @Test
    void whatIsPermittedForAThingIsNotForTheRoute() {
        assertThat(refusal(person(ALICE), "thing.edit").status()).isEqualTo(403);
    }

    @Test
    void servicesAreNotPeople() {
        assertThat(permits.toServices("test.call")).isTrue();
        assertThat(permits.toServices("test.mine")).isFalse();
        assertThat(refusal(person(ALICE), "test.call").status()).isEqualTo(403);
    }

    private Problem refusal(@Nullable Actor actor, String action) {
        return refusal(actor, new Requirement(action, ""));
    }

    private Problem refusal(@Nullable Actor actor, Requirement requirement) {
        try {
            permits.atEdge(actor, requirement);
        } catch (Problem problem) {
            return problem;
        }
        throw new AssertionError(requirement + " is permitted");
    }

    private void ask(@Nullable Actor actor, String action) {
        permits.atEdge(actor, new Requirement(action, ""));
    }

    private static Resource thing(AccountId owner, String visibility) {
        return Resource.of("Thing", new VideoId(1)).with("owner", owner).with("visibility", visibility);
    }

    private Actor person(AccountId account, String... roles) {
        return new Actor(account, "s", Set.of(roles), clock.instant(), null);
    }

    private Actor delegated(String... scopes) {
        return new Actor(ALICE, "s", Set.of(), clock.instant(), new Delegation("program", Set.of(scopes)));
    }
}
