package com.socialflow.views;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which impressions count, each told from its own telling alone. docs/VIEW_RULE.md explains it. */
public final class ImpressionRule {

    /** Why one may not count. */
    public static final Set<Reason> REASONS =
            Collections.unmodifiableSet(EnumSet.of(Reason.BOT_AGENT, Reason.DATA_CENTRE, Reason.OWNER, Reason.LATE));

    /** As long as a view may be told late: the cells of its hour are open for so long. */
    private static final long LATE_MILLIS = RuleSettings.PUBLIC.lateMillis();

    private ImpressionRule() {}

    /** Why this telling counts for nothing; empty when it counts. */
    public static Optional<Reason> reject(Impressions told, Shown one) {
        if (told.client().kind() == AgentKind.BOT) {
            return Optional.of(Reason.BOT_AGENT);
        }
        if (told.client().dataCentre()) {
            return Optional.of(Reason.DATA_CENTRE);
        }
        if (one.owner()) {
            return Optional.of(Reason.OWNER);
        }
        return late(told, one) ? Optional.of(Reason.LATE) : Optional.empty();
    }

    /** Whether its hour is closed. */
    public static boolean late(Impressions told, Shown one) {
        return told.receivedMillis() - one.atMillis() > LATE_MILLIS;
    }
}
