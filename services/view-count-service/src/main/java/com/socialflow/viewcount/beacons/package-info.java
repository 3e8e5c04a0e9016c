/** What players tell of what is watched: read, completed with what the server knows, put into the log. */
@NullMarked
package com.socialflow.viewcount.beacons;

import org.jspecify.annotations.NullMarked;
