package com.socialflow.viewcount.counts;

import com.socialflow.views.Beacon;
import com.socialflow.views.View;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import java.util.List;
import java.util.Optional;

/**
 * What beacons make of a watch.
 *
 * @param known whether anything was known of it before
 */
record Change(
        WatchKey key, boolean known, Watch now, Optional<View> before, Optional<View> after, List<Beacon> beacons) {}
