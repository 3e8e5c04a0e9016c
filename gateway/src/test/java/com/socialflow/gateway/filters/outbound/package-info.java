@NullMarked
package com.socialflow.gateway.filters.outbound;

import org.jspecify.annotations.NullMarked;
