package com.socialflow.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * No blocked, private, held or deleted content ever shows: random people, ties, posts and actions in the real database,
 * and every surface of the API asked for every post in everybody's name, against a model of a few lines.
 */
class HiddenContentTest extends PostsSteps {

    private static final long SEED = Long.getLong("seed", 42_026L);
    private static final int SEEDS = 40;
    private static final int ACTIONS = 70;

    private record Tie(int from, int to) {}

    /** What was published, by whom, for whom; its text names it, so that it can be found wherever it shows. */
    private static final class Said {
        final PostId id;
        final String text;
        final int author;
        final boolean forFollowers;
        final @Nullable Said quoted;
        boolean deleted;
        boolean held;

        Said(PostId id, String text, int author, boolean forFollowers, @Nullable Said quoted) {
            this.id = id;
            this.text = text;
            this.author = author;
            this.forFollowers = forFollowers;
            this.quoted = quoted;
        }
    }

    private long seed;
    private Random random = new Random();
    private final List<Person> people = new ArrayList<>();
    private final Set<Tie> follows = new HashSet<>();
    private final Set<Tie> blocks = new HashSet<>();
    private final List<Said> said = new ArrayList<>();
    private final Set<Tie> likes = new HashSet<>();

    /** The last two of them: one is private, one is suspended. */
    private static final int PRIVATE = 3;

    private static final int SUSPENDED = 4;

    /** What may be read, as plainly as can be said. */
    private boolean mayRead(int viewer, Said post) {
        if (post.deleted) return false;
        if (viewer == post.author) return true;
        if (post.held || post.author == SUSPENDED) return false;
        if (blocks.contains(new Tie(viewer, post.author)) || blocks.contains(new Tie(post.author, viewer)))
            return false;
        return (!post.forFollowers && post.author != PRIVATE) || follows.contains(new Tie(viewer, post.author));
    }

    @Test
    void whatIsNotForSomebodyShowsNowhere() {
        play(SEED);
    }

    @Tag("simulation")
    @Test
    void whateverHappens() {
        for (var number = 1; number <= SEEDS; number++) {
            play(SEED + number);
        }
    }

    private void play(long ofSeed) {
        seed = ofSeed;
        random = new Random(ofSeed);
        follows.clear();
        blocks.clear();
        said.clear();
        likes.clear();
        people.clear();
        people.addAll(
                List.of(person("alice"), person("bob"), person("carol"), privatePerson("dora"), suspended("eve")));
        for (var action = 0; action < ACTIONS; action++) {
            act();
        }
        for (var viewer = -1; viewer < people.size(); viewer++) {
            look(viewer);
        }
    }

    private Person suspended(String name) {
        var person = person(name);
        jdbc.sql("""
                INSERT INTO social.person (account_id, username, display_name, hidden, told_at)
                VALUES (?, ?, ?, true, now())
                """)
                .param(person.account().value())
                .param(name + person.account())
                .param(name)
                .update();
        return person;
    }

    private void act() {
        var one = random.nextInt(people.size());
        var other = (one + 1 + random.nextInt(people.size() - 1)) % people.size();
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                if (follows.add(new Tie(one, other))) {
                    follow(people.get(one), people.get(other));
                }
            }
            case 2 -> {
                if (random.nextInt(3) == 0 && blocks.add(new Tie(one, other))) {
                    block(people.get(one), people.get(other));
                }
            }
            case 3 -> some().ifPresent(this::delete);
            case 4 -> some().ifPresent(this::hold);
            case 5, 6 -> some().ifPresent(post -> like(one, post));
            case 7 -> some().ifPresent(post -> say(one, post));
            default -> say(one, null);
        }
    }

    private Optional<Said> some() {
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(random.nextInt(said.size())));
    }

    private void say(int author, @Nullable Said quoted) {
        var text = "said-" + seed + "-" + said.size() + "-";
        var forFollowers = random.nextInt(4) == 0;
        var body = "{\"text\":\"%s\",\"visibility\":\"%s\"%s}"
                .formatted(
                        text,
                        forFollowers ? "followers" : "public",
                        quoted == null ? "" : ",\"quote\":\"" + quoted.id + "\"");
        var made = http.post(POSTS, people.get(author), body);
        if (quoted == null || made.status() == 201) {
            var id = PostId.parse(made.json().path("id").asString());
            said.add(new Said(id, text, author, forFollowers, quoted));
        } else {
            assertThat(made.status()).isEqualTo(mayRead(author, quoted) ? 403 : 404);
        }
    }

    private void delete(Said post) {
        assertThat(http.delete(POSTS + "/" + post.id, people.get(post.author)).status())
                .isEqualTo(post.deleted ? 404 : 204);
        post.deleted = true;
    }

    private void hold(Said post) {
        if (!post.deleted) {
            jdbc.sql("UPDATE social.post SET state = 'held' WHERE id = ?")
                    .param(post.id.value())
                    .update();
            post.held = true;
        }
    }

    private void like(int who, Said post) {
        var status = react("like", post.id, people.get(who)).status();
        assertThat(status).isEqualTo(mayRead(who, post) && !post.held ? 204 : 404);
        if (status == 204) {
            likes.add(new Tie(who, said.indexOf(post)));
            react("bookmark", post.id, people.get(who));
        }
    }

    private void look(int viewer) {
        var who = viewer < 0 ? null : people.get(viewer);
        var readable = new TreeSet<String>();
        said.stream().filter(post -> mayRead(viewer, post)).forEach(post -> readable.add(post.text));
        for (var post : said) {
            var answer = http.get(POSTS + "/" + post.id, who);
            assertThat(answer.status()).as(about(viewer, post)).isEqualTo(mayRead(viewer, post) ? 200 : 404);
            shows(answer, readable, viewer, post);
            if (answer.status() == 200 && post.quoted != null) {
                assertThat(answer.json().at("/quote/text").isMissingNode())
                        .as(about(viewer, post))
                        .isEqualTo(!mayRead(viewer, post.quoted));
            }
            for (var surface : List.of("quotes", "likes", "history", "thread")) {
                shows(http.get(POSTS + "/" + post.id + "/" + surface, who), readable, viewer, post);
            }
            if (answer.status() == 200) {
                likers(http.get(POSTS + "/" + post.id + "/likes", who).json(), viewer, post);
            }
        }
        if (who != null) {
            for (var list : List.of("/api/v1/me/likes", "/api/v1/me/bookmarks", "/api/v1/timelines/home")) {
                shows(http.get(list + "?limit=100", who), readable, viewer, said.getFirst());
            }
        }
        for (var person : people) {
            var list = "/api/v1/timelines/accounts/" + person.account() + "?filter=posts-and-replies&limit=100";
            shows(http.get(list, who), readable, viewer, said.getFirst());
        }
    }

    /** Whatever text of a post stands in an answer is one that the viewer may read. */
    private void shows(Http.Answer answer, Set<String> readable, int viewer, Said about) {
        assertThat(answer.status()).as(about(viewer, about)).isLessThan(500);
        for (var post : said) {
            if (answer.body().contains(post.text)) {
                assertThat(readable).as(about(viewer, about) + answer.body()).contains(post.text);
            }
        }
    }

    private void likers(JsonNode page, int viewer, Said post) {
        var expected = new HashSet<String>();
        for (var who = 0; who < people.size(); who++) {
            var apart = blocks.contains(new Tie(viewer, who)) || blocks.contains(new Tie(who, viewer));
            if (likes.contains(new Tie(who, said.indexOf(post))) && !apart && who != SUSPENDED) {
                expected.add(people.get(who).account().toString());
            }
        }
        assertThat(ids(page)).as(about(viewer, post)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private String about(int viewer, Said post) {
        return "seed %d, viewer %d, %s of %d%s%s: "
                .formatted(
                        seed,
                        viewer,
                        post.text,
                        post.author,
                        post.deleted ? ", deleted" : "",
                        post.held ? ", held" : "");
    }
}
