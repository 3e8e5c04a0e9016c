package com.socialflow.app.journey;

import com.socialflow.app.journey.OtherPeoplesThingsTest.Attempt;
import java.util.stream.Stream;

/** What others try with somebody's lists, hidden words and the requests to follow. */
final class PeopleAttempts {

    private static final String LIST = "/api/v1/me/lists/{id}";
    private static final String MEMBER = LIST + "/members/{account}";
    private static final String REQUEST = "/api/v1/me/follow-requests/{account}";

    /** Of nobody who asked. */
    private static final String UNKNOWN = "0HZZZZZZZZZZZ";

    private PeopleAttempts() {}

    static Stream<Attempt> of(String list, String word) {
        return Stream.of(
                empty("GET", LIST, list),
                new Attempt("PATCH", LIST, list, true, "application/json", "{\"title\":\"Mine\"}"),
                empty("GET", LIST + "/members", list),
                empty("GET", "/api/v1/timelines/lists/{id}", list),
                empty("PUT", MEMBER, list),
                empty("DELETE", MEMBER, list),
                empty("DELETE", LIST, list),
                empty("DELETE", "/api/v1/me/hidden-words/{id}", word),
                empty("POST", REQUEST + "/acceptance", UNKNOWN),
                empty("DELETE", REQUEST, UNKNOWN));
    }

    private static Attempt empty(String method, String route, String id) {
        return new Attempt(method, route, id, true, "application/json", "");
    }
}
