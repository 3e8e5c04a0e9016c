/** How long numbers are kept, and that of people who are gone none are. */
@NullMarked
package com.socialflow.analytics.keeping;

import org.jspecify.annotations.NullMarked;
