package com.socialflow.analytics.cells;

import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.ImpressionRule;
import com.socialflow.views.Impressions;
import com.socialflow.views.Shown;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What an impression adds to cells. It may be told several times, with its click and without, in any order: it belongs
 * where the earliest telling says, and was followed if any of them says so.
 */
public final class Sighting {

    /** Of tellings of the same moment that differ all the same, the same one is always first. */
    private static final Comparator<Contribution> EARLIEST = Comparator.comparingLong(Contribution::getTime)
            .thenComparing(Contribution::getSource)
            .thenComparing(Contribution::getCountry)
            .thenComparing(Contribution::getDevice);

    private Sighting() {}

    /** What this telling says of one impression; empty when it counts for nothing. */
    public static Optional<Contribution> of(Impressions told, Shown one) {
        if (ImpressionRule.reject(told, one).isPresent()) {
            return Optional.empty();
        }
        var client = told.client();
        return Optional.of(Contribution.newBuilder()
                .setVideo(one.video().value())
                .setTime(one.atMillis())
                .setSource(word(one.source()))
                .setDevice(word(client.device()))
                .setCountry(client.country().isEmpty() ? "unknown" : client.country())
                .setUnplayed(true)
                .setShown(true)
                .setClicked(one.clicked())
                .build());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** What two tellings of the same impression say together. */
    public static Contribution merge(Contribution one, Contribution other) {
        var first = EARLIEST.compare(one, other) <= 0 ? one : other;
        var clicked = one.getClicked() || other.getClicked();
        return first.getClicked() == clicked
                ? first
                : first.toBuilder().setClicked(clicked).build();
    }
}
