package com.socialflow.user.passkeys;

import com.socialflow.user.Answer;
import com.socialflow.user.Person;
import com.socialflow.user.UserServiceTest;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Whole ceremonies over HTTP, between a page of ours, an authenticator and the API. */
abstract class PasskeyTest extends UserServiceTest {

    /** Where the tests' own page is. */
    protected String page = "";

    @BeforeEach
    void page(@Value("${local.server.port}") int port) {
        page = "http://127.0.0.1:" + port;
    }

    /** Makes a passkey for somebody. */
    protected Answer enrol(Person person, SoftAuthenticator authenticator) {
        return enrol(person, options -> authenticator.make(options, page));
    }

    /** The same, whatever makes it of the options. */
    protected Answer enrol(Person person, Function<JsonNode, Map<String, Object>> authenticator) {
        var options = person.post("/api/v1/me/passkeys/options");
        return person.post(
                "/api/v1/me/passkeys",
                Map.of(
                        "ceremony",
                        options.text("ceremony"),
                        "credential",
                        authenticator.apply(options.body().get("publicKey")),
                        "name",
                        "My key"));
    }

    /** Options for showing a passkey. */
    protected Answer options() {
        return api.call("POST", "/api/v1/sessions/passkey/options", null);
    }

    /** Signs in by a passkey. */
    protected Answer signIn(SoftAuthenticator authenticator) {
        return answer(options(), authenticator);
    }

    protected Answer answer(Answer options, SoftAuthenticator authenticator) {
        return answer(options, request -> authenticator.show(request, page));
    }

    /** The same, whatever shows it. */
    protected Answer answer(Answer options, Function<JsonNode, Map<String, Object>> authenticator) {
        return api.post(
                "/api/v1/sessions/passkey",
                Map.of(
                        "ceremony",
                        options.text("ceremony"),
                        "credential",
                        authenticator.apply(options.body().get("publicKey"))));
    }
}
