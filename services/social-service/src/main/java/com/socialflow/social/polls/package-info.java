/** Polls of posts: one vote a person, counted exactly, ended once. */
@NullMarked
package com.socialflow.social.polls;

import org.jspecify.annotations.NullMarked;
