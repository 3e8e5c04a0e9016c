package com.socialflow.video.catalogue;

import com.socialflow.core.Page;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.video.playback.PlaybackLinks;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Completes videos with their owners and addresses, for showing. */
@Component
public class VideoViews {

    private final Videos videos;
    private final OwnersClient owners;
    private final PlaybackLinks links;

    VideoViews(Videos videos, OwnersClient owners, PlaybackLinks links) {
        this.videos = videos;
        this.owners = owners;
        this.links = links;
    }

    /** The video as this person sees it. */
    public Optional<VideoView> find(VideoId id, Actor viewer) {
        return videos.find(id, Optional.of(viewer)).map(this::of);
    }

    VideoView of(Video video) {
        return VideoView.of(video, links.of(video.playable()), owners.find(video.owner()));
    }

    Page<VideoView> of(Page<Video> page) {
        var known = owners.find(page.items().stream().map(Video::owner).collect(Collectors.toSet()));
        return page.map(video -> VideoView.of(
                video, links.of(video.playable()), known.getOrDefault(video.owner(), Owner.unknown(video.owner()))));
    }
}
