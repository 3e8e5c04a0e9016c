/** Counts of the beacons in the log, kept in Redis: a fast view of the truth that is made anew from log and ledger. */
@NullMarked
package com.socialflow.viewcount.counts;

import org.jspecify.annotations.NullMarked;
