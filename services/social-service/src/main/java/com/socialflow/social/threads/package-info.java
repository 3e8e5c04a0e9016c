/** Threads: a post, what it answers, and what answers it as a tree; and what whoever began it does there. */
@NullMarked
package com.socialflow.social.threads;

import org.jspecify.annotations.NullMarked;
