/** What creators learn of their videos: cells of views by minute, hour and day, and the studio that shows them. */
@NullMarked
package com.socialflow.analytics;

import org.jspecify.annotations.NullMarked;
