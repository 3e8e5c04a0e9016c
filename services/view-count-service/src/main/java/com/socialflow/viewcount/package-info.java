/** Owns how often videos are watched: takes the players' beacons, keeps them in the log, counts what is in it. */
@NullMarked
package com.socialflow.viewcount;

import org.jspecify.annotations.NullMarked;
