package com.socialflow.user;

import java.util.Map;

/** Somebody who is signed in, for tests: what he or she asks of the API. */
public final class Person {

    private final Api api;
    private final String name;
    private String accessToken;

    private Person(Api api, String name, String accessToken) {
        this.api = api;
        this.name = name;
        this.accessToken = accessToken;
    }

    /** Registers somebody and signs in. */
    public static Person register(Api api, String name) {
        api.register(name);
        return signIn(api, name);
    }

    /** Signs in somebody who is registered, by the password that everybody has. */
    public static Person signIn(Api api, String name) {
        return new Person(api, name, api.signIn(name, Api.PASSWORD).text("accessToken"));
    }

    /** Somebody who has just signed in so. */
    public static Person of(Api api, String name, Answer signIn) {
        return new Person(api, name, signIn.text("accessToken"));
    }

    public String name() {
        return name;
    }

    public String accessToken() {
        return accessToken;
    }

    public String id() {
        return get("/api/v1/me").text("id");
    }

    public Answer get(String path) {
        return api.get(path, bearer());
    }

    public Answer post(String path, Object body) {
        return api.post(path, body, bearer());
    }

    /** POST without a body. */
    public Answer post(String path) {
        return api.call("POST", path, null, bearer());
    }

    public Answer patch(String path, Object body) {
        return api.call("PATCH", path, body, bearer());
    }

    public Answer delete(String path) {
        return api.call("DELETE", path, null, bearer());
    }

    /** Proves again to be who he or she is, by the password, and goes on with the fresh token. */
    public Person proveAgain() {
        accessToken = post("/api/v1/sessions/current/reauthentication", Map.of("password", Api.PASSWORD))
                .text("accessToken");
        return this;
    }

    public String[] bearer() {
        return new String[] {"Authorization", "Bearer " + accessToken};
    }
}
