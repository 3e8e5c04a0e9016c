/** Filters that look at answers on their way out. */
@NullMarked
package com.socialflow.gateway.filters.outbound;

import org.jspecify.annotations.NullMarked;
