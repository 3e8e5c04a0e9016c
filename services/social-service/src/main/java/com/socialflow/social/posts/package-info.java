/** What people post, and how it is shown to whom. */
@NullMarked
package com.socialflow.social.posts;

import org.jspecify.annotations.NullMarked;
