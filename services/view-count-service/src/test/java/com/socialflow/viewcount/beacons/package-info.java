@NullMarked
package com.socialflow.viewcount.beacons;

import org.jspecify.annotations.NullMarked;
