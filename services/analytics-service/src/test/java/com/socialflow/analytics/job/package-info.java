@NullMarked
package com.socialflow.analytics.job;

import org.jspecify.annotations.NullMarked;
