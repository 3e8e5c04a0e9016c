@NullMarked
package com.socialflow.analytics.archive;

import org.jspecify.annotations.NullMarked;
