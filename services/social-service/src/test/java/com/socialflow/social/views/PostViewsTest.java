package com.socialflow.social.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.social.PostsSteps;
import com.socialflow.social.rules.Surface;
import com.socialflow.testkit.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class PostViewsTest extends PostsSteps {

    /** The token's session, the list, posts, quoted posts, ties, marks, counts, and what other features add. */
    private static final int STATEMENTS_MAX = 10;

    @Autowired
    private PostViews views;

    @Autowired
    private JsonMapper json;

    @Test
    void aPageTakesAsManyStatementsHoweverLongItIs() {
        for (var number = 0; number < 50; number++) {
            var author = person("author");
            var quoted = number < 2 ? post(author, "Quoted") : post(alice, "Quoted #tag " + at("bob", bob));
            var id = quote(author, quoted, "Number " + number + " https://example.org/");
            react("bookmark", id, bob);
        }
        // Faces are kept for some seconds: they are looked up once, for however many pages.
        bookmarks(50);

        var one = queries(() -> bookmarks(1));
        var five = queries(() -> bookmarks(5));
        var fifty = queries(() -> bookmarks(50));

        assertThat(five).isEqualTo(one);
        assertThat(fifty).isEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(STATEMENTS_MAX);
    }

    private void bookmarks(int limit) {
        var page = http.get("/api/v1/me/bookmarks?limit=" + limit, bob);
        assertThat(ids(page.json())).as(page.body()).hasSize(limit);
    }

    @Test
    void timelinesKeepTheirOrderAndSayWhoReposted() {
        var first = post(alice, "First");
        var second = post(bob, "Second");
        var carol = person("carol");
        follow(carol, bob);
        var repost = ids.next();

        var shown = views.entries(
                List.of(
                        new Entry(repost, first, bob.account()),
                        new Entry(second.value(), second, null),
                        new Entry(ids.next(), new PostId(ids.next()), null)),
                Optional.of(actor(carol.account())),
                Surface.HOME);

        var written = json.valueToTree(shown);
        assertThat(written).hasSize(2);
        assertThat(written.at("/0/id").asString()).isEqualTo(first.toString());
        assertThat(written.at("/0/position").asString()).isEqualTo(new PostId(repost).toString());
        assertThat(written.at("/0/repostedBy/displayName").asString()).isEqualTo("bob");
        assertThat(written.at("/1/repostedBy").isMissingNode()).isTrue();
        assertThat(written.at("/1/viewer/following").asBoolean()).isTrue();
    }

    @Test
    void repostsOfPeopleWhoAreNotToBeMetAreLeftOut() {
        var id = post(alice, "First");
        var carol = person("carol");
        block(bob, carol);

        var shown = views.entries(
                List.of(new Entry(ids.next(), id, bob.account())), Optional.of(actor(carol.account())), Surface.HOME);

        assertThat(shown).isEmpty();
    }

    @Test
    void ofAPostThatIsGoneItsPlaceInTheThreadIsLeft() {
        var root = post(alice, "First");
        reply(bob, root, "Second");
        http.delete(POSTS + "/" + root, alice);

        var written = json.valueToTree(
                views.one(root, Optional.empty(), Surface.THREAD).orElseThrow());

        assertThat(written.path("state").asString()).isEqualTo("deleted");
        assertThat(written.path("id").asString()).isEqualTo(root.toString());
        assertThat(written.path("author").isMissingNode()).isTrue();
        assertThat(written.path("text").isMissingNode()).isTrue();
        assertThat(written.at("/counts/replies").asInt()).isEqualTo(1);
    }

    @Test
    void mutedPeopleAreBehindALineInThreads() {
        var id = post(alice, "First");
        mute(bob, alice);
        var viewer = Optional.of(actor(bob.account()));

        assertThat(views.one(id, viewer, Surface.HOME)).isEmpty();
        assertThat(views.one(id, viewer, Surface.THREAD).orElseThrow().collapsed())
                .isEqualTo("muted");
        assertThat(views.one(id, viewer, Surface.PROFILE).orElseThrow().collapsed())
                .isNull();
    }

    @Test
    void hiddenWordsHold() {
        var plain = post(alice, "About trains");
        var warned = publish(alice, "{\"text\":\"About him\",\"warning\":\"Spiders\"}");
        var quoting = quote(alice, warned, "Look");
        hide(bob, "spiders", "hide");
        hide(bob, "trains", "collapse");
        var viewer = Optional.of(actor(bob.account()));

        var home = views.of(List.of(plain, warned, quoting), viewer, Surface.HOME);

        assertThat(home).extracting(PostView::id).containsExactly(plain, quoting);
        assertThat(home.getFirst().collapsed()).isEqualTo("hidden-word");
        assertThat(read(warned, bob).path("collapsed").asString()).isEqualTo("hidden-word");
        assertThat(read(warned, alice).path("collapsed").isMissingNode()).isTrue();
        assertThat(json.valueToTree(home.getLast()).at("/quote/collapsed").asString())
                .isEqualTo("hidden-word");
    }

    private void hide(Person reader, String word, String action) {
        var body = "{\"text\":\"%s\",\"wholeWord\":true,\"action\":\"%s\"}".formatted(word, action);
        assertThat(http.post("/api/v1/me/hidden-words", reader, body).status()).isEqualTo(201);
    }

    private static Actor actor(AccountId account) {
        return new Actor(account, "session", Set.of(), Instant.EPOCH, null);
    }
}
