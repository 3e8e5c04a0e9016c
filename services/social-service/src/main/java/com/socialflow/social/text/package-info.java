/** Texts of posts: what may stand in them, how long they are, and the mentions, hashtags and links in them. */
@NullMarked
package com.socialflow.social.text;

import org.jspecify.annotations.NullMarked;
