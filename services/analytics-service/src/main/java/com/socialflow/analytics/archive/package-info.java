/** The log of beacons, kept for good as Parquet in object storage. */
@NullMarked
package com.socialflow.analytics.archive;

import org.jspecify.annotations.NullMarked;
