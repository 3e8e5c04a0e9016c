package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import com.socialflow.video.VideoServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ListsTest extends VideoServiceTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Processing processing;

    @Test
    void listsWhatIsPublicAndPlayableTheNewestPublishedFirst() {
        var early = draft(alice);
        var late = draft(alice);
        var hidden = draft(alice, "\"visibility\":\"private\"");
        var unlisted = draft(alice, "\"visibility\":\"unlisted\"");
        var draft = draft(alice);
        for (var video : List.of(late, hidden, unlisted, early)) {
            makePlayable(video);
        }

        assertThat(ids(http.get("/api/v1/videos?sort=recent&owner=" + alice.account(), bob)))
                .containsExactly(early, late);
        assertThat(ids(http.get("/api/v1/videos?owner=" + alice.account(), null)))
                .containsExactly(early, late);
        assertThat(ids(http.get("/api/v1/videos?limit=2", null))).containsExactly(early, late);
        assertThat(ids(http.get("/api/v1/videos?owner=" + alice.account(), alice)))
                .containsExactly(draft, unlisted, hidden, late, early);
    }

    @Test
    void aVideoIsRecentFromWhenItBecamePublic() {
        var first = draft(alice, "\"visibility\":\"private\"");
        var second = draft(alice);
        makePlayable(first);
        makePlayable(second);
        clock.advance(Duration.ofMinutes(1));

        var published = http.patch("/api/v1/videos/" + first, alice, "{\"visibility\":\"public\"}");

        assertThat(published.json().path("publishedAt").stringValue())
                .isEqualTo(clock.instant().toString());
        assertThat(ids(http.get("/api/v1/videos?limit=2", null))).containsExactly(first, second);
        http.patch("/api/v1/videos/" + first, alice, "{\"visibility\":\"private\"}");
        assertThat(ids(http.get("/api/v1/videos?owner=" + alice.account(), bob)))
                .containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesFollowEachOtherWithoutGapsOrRepeats(boolean byOwner) {
        var videos = new ArrayList<VideoId>();
        for (int i = 0; i < 5; i++) {
            var video = draft(alice);
            makePlayable(video);
            videos.addFirst(video);
        }
        Person reader = byOwner ? alice : bob;
        var found = new ArrayList<VideoId>();
        var path = "/api/v1/videos?limit=2&owner=" + alice.account();
        for (int pages = 0; pages < 3; pages++) {
            var answer = http.get(path, reader);
            found.addAll(ids(answer));
            var last = pages == 2;
            assertThat(answer.json().has("nextCursor")).isEqualTo(!last);
            assertThat(answer.header("Link").isPresent()).isEqualTo(!last);
            if (!last) {
                path = answer.header("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");
            }
        }
        assertThat(found).isEqualTo(videos);
    }

    @Test
    void aPageAsksForItsOwnersOnce() {
        var people = List.of(person("carol"), person("dave"));
        people.forEach(owner -> makePlayable(draft(owner)));
        var before = accounts.calls();

        var items = http.get("/api/v1/videos?limit=2", null).json().path("items");

        assertThat(items.path(0).path("owner").path("displayName").stringValue())
                .isEqualTo("dave");
        assertThat(items.path(1).path("owner").path("displayName").stringValue())
                .isEqualTo("carol");
        assertThat(accounts.calls() - before).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=popular", "limit=0", "limit=101", "limit=x", "cursor=nonsense", "owner=nobody", "limit=-1"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThat(http.get("/api/v1/videos?" + query, null).status()).isEqualTo(400);
    }

    private void makePlayable(VideoId video) {
        sources.accept(video, Sources.key(video, "source"), 1);
        processing.playable(video, 1, "videos/" + video + "/1/master.m3u8", "");
    }

    private static List<VideoId> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var ids = new ArrayList<VideoId>();
        answer.json()
                .path("items")
                .forEach(item -> ids.add(VideoId.parse(item.path("id").stringValue())));
        return ids;
    }
}
