/** Numbers of videos for everybody: at once, as they change, and for other services. */
@NullMarked
package com.socialflow.viewcount.stats;

import org.jspecify.annotations.NullMarked;
