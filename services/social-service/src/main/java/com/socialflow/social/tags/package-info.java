/** Hashtags: what is known of one, who follows which, and what trends. */
@NullMarked
package com.socialflow.social.tags;

import org.jspecify.annotations.NullMarked;
