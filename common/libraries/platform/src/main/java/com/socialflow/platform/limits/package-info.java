/** How often somebody may ask: rates of requests, counted tries. */
@NullMarked
package com.socialflow.platform.limits;

import org.jspecify.annotations.NullMarked;
