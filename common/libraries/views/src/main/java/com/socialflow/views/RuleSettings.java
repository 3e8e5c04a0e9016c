package com.socialflow.views;

import static com.socialflow.core.Require.require;

/**
 * The numbers of the rule. {@link #PUBLIC} are those that docs/VIEW_RULE.md promises.
 *
 * @param thresholdMillis played content that makes a view; half of a video that is shorter than twice that
 * @param lateMillis how long a player may keep a beacon
 * @param pastEndMillis how far beyond the video's end an interval may reach: containers and players round differently
 * @param slackMillis how much more than the clock allows may have been played: clocks tick apart
 * @param slackPercent the same, in percent of what the clock allows
 */
public record RuleSettings(
        long thresholdMillis, long lateMillis, long pastEndMillis, long slackMillis, int slackPercent) {

    public static final RuleSettings PUBLIC = new RuleSettings(10_000, 86_400_000, 2_000, 5_000, 10);

    public RuleSettings {
        require(thresholdMillis > 0, "a view takes some time");
        require(lateMillis > 0, "some beacons must be in time");
        require(pastEndMillis >= 0 && slackMillis >= 0 && slackPercent >= 0, "tolerances are not negative");
    }
}
