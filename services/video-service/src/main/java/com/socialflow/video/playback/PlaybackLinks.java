package com.socialflow.video.playback;

/** Writes the addresses at which a video is played. Who may see the video was decided before. */
public interface PlaybackLinks {

    /** The addresses of what is stored of this video, as paths of this server. */
    Playback of(Playable video);
}
