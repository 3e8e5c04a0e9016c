/** Posts in the order of time: home, lists, hashtags, accounts, the public one; and how far people have read. */
@NullMarked
package com.socialflow.social.timelines;

import org.jspecify.annotations.NullMarked;
