/** Counts that are exact at any moment and make nobody wait for a hot row. */
@NullMarked
package com.socialflow.social.tallies;

import org.jspecify.annotations.NullMarked;
