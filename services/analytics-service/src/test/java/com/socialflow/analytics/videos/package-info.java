@NullMarked
package com.socialflow.analytics.videos;

import org.jspecify.annotations.NullMarked;
