package com.socialflow.analytics.job;

import com.socialflow.views.Beacon;
import com.socialflow.views.Impressions;

/** What an entry of one of the logs says. */
sealed interface Told {

    /** The server's clock at its receipt. */
    long receivedMillis();

    record OfBeacon(Beacon beacon) implements Told {
        @Override
        public long receivedMillis() {
            return beacon.moment().receivedMillis();
        }
    }

    record OfImpressions(Impressions impressions) implements Told {
        @Override
        public long receivedMillis() {
            return impressions.receivedMillis();
        }
    }
}
