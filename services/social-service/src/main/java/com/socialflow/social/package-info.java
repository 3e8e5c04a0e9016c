/** Owns what people say to each other: follows, posts and threads, timelines, notifications, messages. */
@NullMarked
package com.socialflow.social;

import org.jspecify.annotations.NullMarked;
