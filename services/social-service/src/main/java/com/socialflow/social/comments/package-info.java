/** Comments on videos, which are posts, and what a video's owner does with them. */
@NullMarked
package com.socialflow.social.comments;

import org.jspecify.annotations.NullMarked;
