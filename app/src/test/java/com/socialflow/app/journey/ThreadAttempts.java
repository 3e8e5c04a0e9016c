package com.socialflow.app.journey;

import com.socialflow.app.journey.OtherPeoplesThingsTest.Attempt;
import java.util.stream.Stream;

/** What others try to do in threads that they did not begin, and with comments on videos that are not theirs. */
final class ThreadAttempts {

    private static final String POST = "/api/v1/posts/{id}";
    private static final String VIDEO = "/api/v1/videos/{id}";
    private static final String CLOSED = "{\"mode\":\"closed\"}";

    private ThreadAttempts() {}

    /**
     * @param hidden a post for its author's followers
     * @param seen a post for everybody, of the same author
     */
    static Stream<Attempt> inThreads(String hidden, String seen) {
        var ofReaders = Stream.of(of("GET", POST + "/thread", hidden, true));
        var ofAuthors = Stream.of(hidden, seen)
                .flatMap(id -> Stream.of("lock", "branch-hidden")
                        .flatMap(tool -> Stream.of("PUT", "DELETE")
                                .map(method -> of(method, POST + "/" + tool, id, id.equals(hidden)))));
        return Stream.concat(ofReaders, ofAuthors);
    }

    /**
     * @param hidden a comment on a video that is private
     * @param seen a comment on a public one of the same owner
     */
    static Stream<Attempt> onComments(String hidden, String seen) {
        return Stream.of(hidden, seen).flatMap(id -> {
            var secret = id.equals(hidden);
            return Stream.of(
                    of("PUT", POST + "/heart", id, secret),
                    of("DELETE", POST + "/heart", id, secret),
                    of("PUT", POST + "/thread-pin", id, secret),
                    of("DELETE", POST + "/thread-pin", id, secret),
                    of("POST", POST + "/approval", id, secret),
                    of("POST", POST + "/rejection", id, secret));
        });
    }

    /** On a video that is private, and on a public one of the same owner. */
    static Stream<Attempt> onVideos(String hidden, String seen) {
        return Stream.of(
                of("GET", VIDEO + "/comments", hidden, true),
                of("GET", VIDEO + "/comment-settings", hidden, true),
                new Attempt("PUT", VIDEO + "/comment-settings", hidden, true, "application/json", CLOSED),
                new Attempt("PUT", VIDEO + "/comment-settings", seen, false, "application/json", CLOSED));
    }

    private static Attempt of(String method, String route, String id, boolean hidden) {
        return new Attempt(method, route, id, hidden, "application/json", "");
    }
}
