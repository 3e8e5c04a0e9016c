package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.social.notifications.NotificationSettings.Digest;
import com.socialflow.social.notifications.NotificationSettings.Policy;
import com.socialflow.social.notifications.NotificationSettings.Ways;
import com.socialflow.social.notifications.Screening.Pair;
import com.socialflow.social.notifications.Screening.PostFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final AccountId READER = account(NOW.minus(Duration.ofDays(400)));
    private static final AccountId OLD = account(NOW.minus(Duration.ofDays(4)));
    private static final AccountId YOUNG = account(NOW.minus(Duration.ofDays(2)));
    private static final PostId POST = new PostId(7);

    private static final Pair STRANGERS = new Pair(false, false, false, false, false, false);
    private static final Pair FOLLOWER = new Pair(false, false, false, true, false, false);
    private static final Pair FOLLOWED = new Pair(false, false, true, false, false, false);

    private static AccountId account(Instant made) {
        return new AccountId(new Ids(Clock.fixed(made, ZoneOffset.UTC), new Random(1)).next());
    }

    private static NotificationSettings settings(Answer strangers, Answer young, Answer notFollowing) {
        return new NotificationSettings(new Policy(strangers, young, notFollowing), Map.of(), Digest.OFF);
    }

    private static Answer decide(NotificationSettings settings, AccountId by, Pair pair) {
        return Screening.decide(new Notification(READER, Kind.REPLY, by, POST.value(), POST), settings, pair, NOW);
    }

    @Test
    void theStrictestOfWhatAppliesCounts() {
        var policy = settings(Answer.DROP, Answer.FILTER, Answer.FILTER);
        assertThat(decide(policy, OLD, STRANGERS)).isEqualTo(Answer.DROP);
        assertThat(decide(policy, OLD, FOLLOWER)).isEqualTo(Answer.FILTER);
        assertThat(decide(policy, OLD, FOLLOWED)).isEqualTo(Answer.ACCEPT);
        assertThat(decide(policy, YOUNG, FOLLOWED)).isEqualTo(Answer.FILTER);
    }

    @Test
    void anAccountIsNewForThreeDays() {
        var policy = settings(Answer.ACCEPT, Answer.DROP, Answer.ACCEPT);
        assertThat(decide(policy, YOUNG, STRANGERS)).isEqualTo(Answer.DROP);
        assertThat(decide(policy, OLD, STRANGERS)).isEqualTo(Answer.ACCEPT);
    }

    @Test
    void whatComesFromUsIsNotScreened() {
        var policy = settings(Answer.DROP, Answer.DROP, Answer.DROP);
        var told = new Notification(READER, Kind.MODERATION, null, 1, null);
        assertThat(Screening.decide(told, policy, Pair.NOBODY, NOW)).isEqualTo(Answer.ACCEPT);
    }

    @Test
    void aKindThatIsOffIsNotTold() {
        var settings =
                new NotificationSettings(Policy.OPEN, Map.of(Kind.REPLY, new Ways(false, true, true)), Digest.OFF);
        assertThat(decide(settings, OLD, FOLLOWED)).isEqualTo(Answer.DROP);
    }

    @Test
    void blockedSilencedAndHiddenPeopleAreNotTold() {
        var open = NotificationSettings.DEFAULT;
        assertThat(decide(open, OLD, new Pair(true, false, true, true, false, false)))
                .isEqualTo(Answer.DROP);
        assertThat(decide(open, OLD, new Pair(false, true, true, true, false, false)))
                .isEqualTo(Answer.DROP);
        assertThat(decide(open, OLD, new Pair(false, false, true, true, true, false)))
                .isEqualTo(Answer.DROP);
        assertThat(decide(open, READER, FOLLOWED)).isEqualTo(Answer.DROP);
    }

    @Test
    void postsThatTheReaderMayNotSeeAreNotTold() {
        var told = new Notification(READER, Kind.QUOTE, OLD, POST.value(), POST);
        var forFollowers = new PostFacts(OLD, true, true, false, false);
        assertThat(Screening.shows(told, forFollowers, STRANGERS)).isFalse();
        assertThat(Screening.shows(told, forFollowers, FOLLOWED)).isTrue();
        assertThat(Screening.shows(told, new PostFacts(OLD, true, true, true, false), STRANGERS))
                .isTrue();
        assertThat(Screening.shows(told, new PostFacts(OLD, true, false, true, true), STRANGERS))
                .isFalse();
        assertThat(Screening.shows(told, new PostFacts(OLD, false, false, true, false), STRANGERS))
                .isFalse();
    }
}
