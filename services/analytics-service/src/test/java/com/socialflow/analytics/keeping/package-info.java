@NullMarked
package com.socialflow.analytics.keeping;

import org.jspecify.annotations.NullMarked;
