package com.socialflow.analytics.studio;

import com.socialflow.core.VideoId;

/** A video and how much it was watched. */
record TopView(VideoId id, String title, long views, double watchSeconds) {}
