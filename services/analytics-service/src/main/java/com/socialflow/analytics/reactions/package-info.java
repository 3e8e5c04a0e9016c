/** What people do beside watching: likes, shares, comments and follows, added to the cells of the moment. */
@NullMarked
package com.socialflow.analytics.reactions;

import org.jspecify.annotations.NullMarked;
