package com.socialflow.social.graph;

import com.socialflow.proto.user.v1.Profile;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.social.people.People;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What tests of ties say often. */
abstract class GraphTest extends SocialServiceTest {

    @Autowired
    protected Tallies tallies;

    @Autowired
    protected People people;

    protected Answer put(String path, Person who) {
        return http.send("PUT", path, who, BodyPublishers.noBody());
    }

    protected Answer put(String path, Person who, String json) {
        return http.send("PUT", path, who, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    protected Answer follow(Person follower, Person followed) {
        return put(of(followed) + "/follow", follower);
    }

    protected Answer block(Person blocker, Person blocked) {
        return put(of(blocked) + "/block", blocker);
    }

    protected static String of(Person person) {
        return "/api/v1/accounts/" + person.account();
    }

    /** Somebody who lets people in one by one. */
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

    protected JsonNode relation(Person viewer, Person other) {
        return http.get("/api/v1/me/relations?accounts=" + other.account(), viewer)
                .json()
                .at("/items/0");
    }

    protected long count(Person of, Tally what) {
        return tallies.of(Set.of(of.account()))
                .getOrDefault(of.account().value(), Map.of())
                .getOrDefault(what, 0L);
    }

    /** The ids of a list, in its order. */
    protected static List<String> ids(Answer list) {
        var found = new ArrayList<String>();
        list.json().path("items").forEach(item -> found.add(item.path("id").asString()));
        return found;
    }
}
