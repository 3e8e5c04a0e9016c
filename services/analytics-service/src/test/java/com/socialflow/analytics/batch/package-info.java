@NullMarked
package com.socialflow.analytics.batch;

import org.jspecify.annotations.NullMarked;
