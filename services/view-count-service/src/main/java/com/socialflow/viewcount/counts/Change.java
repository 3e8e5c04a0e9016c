package com.socialflow.viewcount.counts;

import com.socialflow.views.Beacon;
import com.socialflow.views.View;
import com.socialflow.views.WatchKey;
import java.util.List;
import java.util.Optional;

/**
 * What beacons make of a watch.
 *
 * @param known whether anything is kept under its name
 */
record Change(
        WatchKey key,
        boolean known,
        HeardWatch now,
        Optional<View> before,
        Optional<View> after,
        List<Beacon> beacons) {}
