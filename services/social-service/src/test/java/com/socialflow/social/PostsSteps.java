package com.socialflow.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.PostId;
import com.socialflow.proto.user.v1.Profile;
import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tests do with posts, step by step. */
public abstract class PostsSteps extends SocialServiceTest {

    protected static final String POSTS = "/api/v1/posts";

    /** A post of this text. */
    protected PostId post(Person by, String text) {
        return publish(by, "{\"text\":\"%s\"}".formatted(text));
    }

    protected PostId reply(Person by, PostId to, String text) {
        return publish(by, "{\"text\":\"%s\",\"replyTo\":\"%s\"}".formatted(text, to));
    }

    protected PostId quote(Person by, PostId quoted, String text) {
        return publish(by, "{\"text\":\"%s\",\"quote\":\"%s\"}".formatted(text, quoted));
    }

    /** What the API made of it. */
    protected PostId publish(Person by, String json) {
        var made = http.post(POSTS, by, json);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return PostId.parse(made.json().path("id").asString());
    }

    /** The post as somebody sees it, who must see it. */
    protected JsonNode read(PostId id, @Nullable Person by) {
        var answer = http.get(POSTS + "/" + id, by);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    protected int status(PostId id, @Nullable Person by) {
        return http.get(POSTS + "/" + id, by).status();
    }

    protected Http.Answer put(String path, @Nullable Person by) {
        return http.send("PUT", path, by, BodyPublishers.noBody());
    }

    protected Http.Answer react(String reaction, PostId id, Person by) {
        return put(POSTS + "/" + id + "/" + reaction, by);
    }

    protected Http.Answer takeBack(String reaction, PostId id, Person by) {
        return http.delete(POSTS + "/" + id + "/" + reaction, by);
    }

    /** The ids of a page's items. */
    protected static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    protected void follow(Person follower, Person followed) {
        jdbc.sql("INSERT INTO social.follow (follower_id, followed_id, position) VALUES (?, ?, ?)")
                .param(follower.account().value())
                .param(followed.account().value())
                .param(ids.next())
                .update();
    }

    protected void block(Person blocker, Person blocked) {
        jdbc.sql("INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, ?)")
                .param(blocker.account().value())
                .param(blocked.account().value())
                .param(ids.next())
                .update();
    }

    protected void mute(Person muter, Person muted) {
        jdbc.sql("INSERT INTO social.mute (muter_id, muted_id, position) VALUES (?, ?, ?)")
                .param(muter.account().value())
                .param(muted.account().value())
                .param(ids.next())
                .update();
    }

    /** Somebody whose posts are for followers. */
    protected Person privatePerson(String name) {
        var person = person(name);
        accounts.put(Profile.newBuilder()
                .setAccount(person.account().value())
                .setUsername(name + person.account())
                .setDisplayName(name)
                .setPrivateAccount(true)
                .build());
        return person;
    }

    /** How one mentions the person. */
    protected static String at(String name, Person person) {
        return "@" + name + person.account();
    }
}
