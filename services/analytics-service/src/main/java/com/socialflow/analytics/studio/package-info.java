/** The studio's API: what its owners may know of their videos. */
@NullMarked
package com.socialflow.analytics.studio;

import org.jspecify.annotations.NullMarked;
