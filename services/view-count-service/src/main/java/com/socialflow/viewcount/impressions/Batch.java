package com.socialflow.viewcount.impressions;

import com.socialflow.viewcount.beacons.Rejection;
import java.util.List;

/** The impressions of one page, those that can be read and the others. */
record Batch(String session, List<Told> told, List<Rejection> rejected) {}
