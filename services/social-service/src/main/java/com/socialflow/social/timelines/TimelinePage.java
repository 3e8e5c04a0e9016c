package com.socialflow.social.timelines;

import com.socialflow.core.Page;
import com.socialflow.social.views.EntryView;

/**
 * A page of a timeline.
 *
 * @param newest all that is at or below this position is among what was given, now or further down
 */
record TimelinePage(Page<EntryView> page, long newest) {}
