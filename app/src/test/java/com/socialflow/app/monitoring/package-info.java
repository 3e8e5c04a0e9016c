/** What operators look at: dashboards and rules speak of metrics that there are. */
@NullMarked
package com.socialflow.app.monitoring;

import org.jspecify.annotations.NullMarked;
