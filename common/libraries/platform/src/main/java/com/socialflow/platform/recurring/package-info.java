/** Work that comes back: sweeps, polls and retries, each on a virtual thread of its own. */
@NullMarked
package com.socialflow.platform.recurring;

import org.jspecify.annotations.NullMarked;
