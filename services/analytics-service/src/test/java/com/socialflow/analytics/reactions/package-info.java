@NullMarked
package com.socialflow.analytics.reactions;

import org.jspecify.annotations.NullMarked;
