package com.socialflow.viewcount.beacons;

import java.util.List;

/** The beacons of one request, those that can be read and the others. */
record Batch(List<Told> told, List<Rejection> rejected) {}
