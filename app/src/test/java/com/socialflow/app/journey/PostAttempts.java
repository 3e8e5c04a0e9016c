package com.socialflow.app.journey;

import com.socialflow.app.journey.OtherPeoplesThingsTest.Attempt;
import java.util.stream.Stream;

/** What others try to do to posts: one that they may not even know of, and one that they may read. */
final class PostAttempts {

    private static final String POST = "/api/v1/posts/{id}";

    private PostAttempts() {}

    /**
     * @param hidden a post for its author's followers
     * @param seen a post for everybody, of the same author
     */
    static Stream<Attempt> of(String hidden, String seen) {
        var ofReaders = Stream.of(
                of("GET", POST, hidden, true),
                of("GET", POST + "/history", hidden, true),
                of("GET", POST + "/likes", hidden, true),
                of("GET", POST + "/reposts", hidden, true),
                of("GET", POST + "/quotes", hidden, true),
                of("PUT", POST + "/like", hidden, true),
                of("DELETE", POST + "/like", hidden, true),
                of("PUT", POST + "/repost", hidden, true),
                of("DELETE", POST + "/repost", hidden, true),
                of("PUT", POST + "/bookmark", hidden, true),
                of("DELETE", POST + "/bookmark", hidden, true));
        return Stream.concat(ofReaders, Stream.of(hidden, seen).flatMap(id -> ofAuthors(id, id.equals(hidden))));
    }

    private static Stream<Attempt> ofAuthors(String id, boolean hidden) {
        return Stream.of(
                new Attempt("PATCH", POST, id, hidden, "application/json", "{\"text\":\"Mine\"}"),
                of("DELETE", POST, id, hidden),
                of("PUT", POST + "/pin", id, hidden),
                of("DELETE", POST + "/pin", id, hidden),
                of("DELETE", POST + "/quotes/{quoting}", id, hidden));
    }

    private static Attempt of(String method, String route, String id, boolean hidden) {
        return new Attempt(method, route, id, hidden, "application/json", "");
    }
}
