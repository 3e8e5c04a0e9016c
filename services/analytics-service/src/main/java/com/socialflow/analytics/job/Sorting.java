package com.socialflow.analytics.job;

import com.socialflow.views.Beacon;
import com.socialflow.views.Impressions;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts what one source reads: beacons go on, impressions go aside. */
final class Sorting extends ProcessFunction<Told, Beacon> {

    private static final long serialVersionUID = 1;

    static final OutputTag<Impressions> IMPRESSIONS = new OutputTag<>("impressions", CodecType.of(Kind.IMPRESSIONS));

    @Override
    public void processElement(Told told, Context context, Collector<Beacon> out) {
        switch (told) {
            case Told.OfBeacon(var beacon) -> out.collect(beacon);
            case Told.OfImpressions(var impressions) -> context.output(IMPRESSIONS, impressions);
        }
    }
}
