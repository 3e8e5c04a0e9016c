package com.socialflow.views;

import java.util.Comparator;

/** What a view has from its first part: where it came from, on what, from where. */
public record Facts(
        Source source,
        Device device,
        String country,
        boolean dataCentre,
        boolean live,
        long visitor,
        long network,
        long agent,
        long durationMillis) {

    /** Any order, so long as everybody chooses alike between two tellings of the same part. */
    static final Comparator<Facts> ORDER = Comparator.comparingLong(Facts::network)
            .thenComparingLong(Facts::agent)
            .thenComparingLong(Facts::visitor)
            .thenComparingLong(Facts::durationMillis)
            .thenComparing(Facts::country)
            .thenComparing(Facts::source)
            .thenComparing(Facts::device)
            .thenComparing(Facts::dataCentre)
            .thenComparing(Facts::live);

    static Facts of(Beacon beacon) {
        var client = beacon.client();
        return new Facts(
                beacon.source(),
                client.device(),
                client.country(),
                client.dataCentre(),
                beacon.content().live(),
                beacon.viewer().visitor(),
                beacon.viewer().network(),
                client.agent(),
                beacon.content().durationMillis());
    }
}
