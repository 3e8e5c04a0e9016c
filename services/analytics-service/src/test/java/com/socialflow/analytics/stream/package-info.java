@NullMarked
package com.socialflow.analytics.stream;

import org.jspecify.annotations.NullMarked;
