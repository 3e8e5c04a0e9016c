@NullMarked
package com.socialflow.analytics;

import org.jspecify.annotations.NullMarked;
