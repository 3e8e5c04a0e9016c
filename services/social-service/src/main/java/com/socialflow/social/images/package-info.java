/** Pictures of posts: uploaded first, described, then had by a post. */
@NullMarked
package com.socialflow.social.images;

import org.jspecify.annotations.NullMarked;
