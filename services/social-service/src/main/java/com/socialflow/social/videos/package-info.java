/** Videos as far as posts and comments must know them, and the posts that announce them. */
@NullMarked
package com.socialflow.social.videos;

import org.jspecify.annotations.NullMarked;
