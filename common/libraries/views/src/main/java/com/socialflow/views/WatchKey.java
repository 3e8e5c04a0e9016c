package com.socialflow.views;

import com.socialflow.core.VideoId;

/**
 * Names a {@link Watch}.
 *
 * @param hour since the session's begin, from 0
 */
public record WatchKey(VideoId video, Session session, int hour) {}
