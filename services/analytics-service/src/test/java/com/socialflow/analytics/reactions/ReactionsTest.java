package com.socialflow.analytics.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.Told;
import com.socialflow.core.VideoId;
import com.socialflow.proto.social.v1.LikeTakenBack;
import com.socialflow.proto.social.v1.PostLiked;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.PostWithdrawn;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.proto.social.v1.TieChanged;
import com.socialflow.proto.viewcount.v1.VideoShared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the social service tells, as the studio shows it. */
class ReactionsTest extends AnalyticsServiceTest {

    @Autowired
    private ReactionEvents events;

    @Autowired
    private TransactionTemplate transactions;

    private VideoId video = new VideoId(0);
    private long announcement;

    @BeforeEach
    void anAnnouncedVideo() {
        video = owned(alice, "Trains");
        announcement = ids.next();
        told(PostPublished.newBuilder()
                .setAuthor(alice.account().value())
                .setPost(announcement)
                .setAnnouncement(true)
                .setVideo(video.value())
                .setRootVideo(video.value())
                .build());
    }

    @Test
    void likesOfTheAnnouncementAreOfTheVideo() {
        for (var i = 0; i < 3; i++) {
            told(PostLiked.newBuilder().setPost(announcement).build());
        }
        told(LikeTakenBack.newBuilder().setPost(announcement).build());
        told(PostLiked.newBuilder().setPost(ids.next()).build());

        assertThat(total("likes")).isEqualTo(2);
        assertThat(total("views")).isZero();
    }

    @Test
    void repostsQuotesPostsWithTheVideoAndTheButtonAreShares() {
        told(PostReposted.newBuilder().setPost(announcement).build());
        told(post().setQuote(announcement).build());
        told(post().setVideo(video.value()).build());
        told(VideoShared.newBuilder().setVideo(video.value()).setWay("link").build());

        assertThat(total("shares")).isEqualTo(4);
    }

    @Test
    void aCommentThatIsWithdrawnCountsUntilItIsBack() {
        var comment = post().setRootVideo(video.value()).build();
        told(comment);
        told(post().setRootVideo(video.value()).build());
        assertThat(total("comments")).isEqualTo(2);

        var gone = PostWithdrawn.newBuilder().setPost(comment.getPost()).build();
        told(gone);
        told(gone);
        assertThat(total("comments")).isEqualTo(1);

        told(comment.toBuilder().setAgain(true).build());
        assertThat(total("comments")).isEqualTo(2);
    }

    @Test
    void followersAreOfTheChannel() {
        told(tie(true));
        told(tie(true));
        told(tie(false));

        var all = http.get("/api/v1/studio/analytics?metrics=subscribersGained,subscribersLost", alice)
                .json();
        assertThat(all.at("/totals/subscribersGained").asLong()).isEqualTo(2);
        assertThat(all.at("/totals/subscribersLost").asLong()).isEqualTo(1);
        assertThat(all.at("/series/0/points/27/1").asLong()).isEqualTo(2);
        assertThat(total("subscribersGained")).isZero();
    }

    @Test
    void followersWhoCameByAVideoAreOfTheVideoToo() {
        var foreign = owned(bob, "Boats");
        for (var by : new VideoId[] {video, video, foreign}) {
            told(tie(true).toBuilder().setVideo(by.value()).build());
        }
        told(tie(false).toBuilder().setVideo(video.value()).build());
        told(tie(false));

        var all = http.get("/api/v1/studio/analytics?metrics=subscribersGained,subscribersLost", alice)
                .json();
        assertThat(all.at("/totals/subscribersGained").asLong()).isEqualTo(3);
        assertThat(all.at("/totals/subscribersLost").asLong()).isEqualTo(2);
        assertThat(total("subscribersGained")).isEqualTo(2);
        assertThat(total("subscribersLost")).isEqualTo(1);
        var others = http.get("/api/v1/studio/videos/" + foreign + "/analytics?metrics=subscribersGained", bob)
                .json();
        assertThat(others.at("/totals/subscribersGained").asLong()).isZero();
        var compared = http.get("/api/v1/studio/comparison?metric=subscribersGained&days=2&videos=" + video, alice)
                .json();
        assertThat(compared.at("/videos/0/points/0/1").asLong()).isEqualTo(2);
    }

    @Test
    void aVideoOfWhichNothingWasToldYetHasItsFollowersOnceItIs() {
        var late = new VideoId(ids.next());
        told(tie(true).toBuilder().setVideo(late.value()).build());

        shelf.put(late, alice.account(), "Late", "public");
        var numbers = http.get("/api/v1/studio/videos/" + late + "/analytics?metrics=subscribersGained", alice)
                .json();
        assertThat(numbers.at("/totals/subscribersGained").asLong()).isEqualTo(1);
    }

    private TieChanged tie(boolean present) {
        return TieChanged.newBuilder()
                .setAccount(bob.account().value())
                .setOther(alice.account().value())
                .setTie(Tie.FOLLOW)
                .setPresent(present)
                .build();
    }

    private PostPublished.Builder post() {
        return PostPublished.newBuilder().setAuthor(bob.account().value()).setPost(ids.next());
    }

    private long total(String metric) {
        return http.get("/api/v1/studio/videos/" + video + "/analytics?metrics=" + metric, alice)
                .json()
                .at("/totals/" + metric)
                .asLong();
    }

    private void told(Message event) {
        transactions.executeWithoutResult(_ -> Told.to(events, event));
    }
}
