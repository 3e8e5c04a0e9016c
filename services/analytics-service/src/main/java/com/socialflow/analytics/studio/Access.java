package com.socialflow.analytics.studio;

import com.socialflow.analytics.videos.OwnedVideo;
import com.socialflow.analytics.videos.OwnedVideos;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets people to the numbers of their own videos. To everybody else there is no such video here. */
@Component
class Access {

    private static final String READ = "studio.read";

    private final OwnedVideos videos;
    private final Permits permits;

    Access(OwnedVideos videos, Permits permits) {
        this.videos = videos;
        this.permits = permits;
    }

    /**
     * The video, whose numbers the person may see.
     *
     * @throws Problem 404
     */
    OwnedVideo video(VideoId id, Actor actor) {
        return videos(List.of(id), actor).getFirst();
    }

    /**
     * The videos, in this order.
     *
     * @throws Problem 404 when the person may not see the numbers of one
     */
    List<OwnedVideo> videos(List<VideoId> ids, Actor actor) {
        var known = videos.find(ids, actor.account());
        return ids.stream()
                .map(id -> known.stream()
                        .filter(video -> video.id().equals(id) && allowed(video, actor))
                        .findAny()
                        .orElseThrow(() -> Problem.notFound("video")))
                .toList();
    }

    private boolean allowed(OwnedVideo video, Actor actor) {
        return permits.allows(
                Optional.of(actor), READ, Resource.of("StudioVideo", video.id()).with("owner", video.owner()));
    }
}
