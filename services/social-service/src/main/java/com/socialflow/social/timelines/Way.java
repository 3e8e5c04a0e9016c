package com.socialflow.social.timelines;

import com.socialflow.social.views.Entry;

/**
 * A way in which a post reaches a reader.
 *
 * @param first whether it is one, and the first by which this post reaches this reader: then the post stands here
 */
record Way(Entry entry, boolean first) {}
