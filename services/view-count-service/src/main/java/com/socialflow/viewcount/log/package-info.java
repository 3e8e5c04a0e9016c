/** The log of beacons in Kafka, which is the truth about views. */
@NullMarked
package com.socialflow.viewcount.log;

import org.jspecify.annotations.NullMarked;
