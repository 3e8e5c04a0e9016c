package com.socialflow.video.playback;

import com.socialflow.core.VideoId;
import java.time.Instant;

/**
 * Lets whoever has it play one video: every generation of it, playlists and segments.
 *
 * @param epoch the video's playback epoch that it was made in: it ends with the epoch
 */
record PlaybackToken(VideoId video, int epoch, Instant expiresAt) {}
