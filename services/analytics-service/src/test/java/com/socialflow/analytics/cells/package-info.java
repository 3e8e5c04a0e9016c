@NullMarked
package com.socialflow.analytics.cells;

import org.jspecify.annotations.NullMarked;
