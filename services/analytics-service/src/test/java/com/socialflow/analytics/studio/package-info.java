@NullMarked
package com.socialflow.analytics.studio;

import org.jspecify.annotations.NullMarked;
