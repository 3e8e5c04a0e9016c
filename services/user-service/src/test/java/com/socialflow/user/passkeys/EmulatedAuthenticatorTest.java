package com.socialflow.user.passkeys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.user.Person;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.test.authenticator.AuthenticatorAdaptor;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.PackedAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The authenticators and the browser that webauthn4j-test emulates: none of it is ours. */
class EmulatedAuthenticatorTest extends PasskeyTest {

    private final ObjectConverter converter = new ObjectConverter();

    static Stream<AuthenticatorAdaptor> thoseThatRecognizePeople() {
        return Stream.of(new NoneAttestationAuthenticator(), new PackedAuthenticator())
                .map(WebAuthnAuthenticatorAdaptor::new);
    }

    @ParameterizedTest
    @MethodSource("thoseThatRecognizePeople")
    void letInWhomTheyBelongTo(AuthenticatorAdaptor authenticator) {
        var browser = new ClientPlatform(new Origin(page), authenticator);
        var alice = Person.register(api, someone());
        assertThat(enrol(alice, options -> made(browser, options)).status()).isEqualTo(201);

        for (var times = 0; times < 2; times++) {
            var answer = answer(options(), options -> shown(browser, options));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(api.me(answer.text("accessToken")).text("username")).isEqualTo(alice.name());
        }
    }

    @Test
    void letNobodyInForAnotherPage() {
        var authenticator = new WebAuthnAuthenticatorAdaptor(new NoneAttestationAuthenticator());
        var alice = Person.register(api, someone());
        var ours = new ClientPlatform(new Origin(page), authenticator);
        enrol(alice, options -> made(ours, options));

        var theirs = new ClientPlatform(new Origin("https://evil.example"), authenticator);
        answer(options(), options -> shown(theirs, options)).isProblem(401, "passkey-refused");
    }

    private Map<String, Object> made(ClientPlatform browser, JsonNode options) {
        var made = browser.create(read(options, PublicKeyCredentialCreationOptions.class));
        var response = requireNonNull(made.getResponse());
        return credential(
                requireNonNull(made.getId()),
                Map.of(
                        "clientDataJSON", base64(response.getClientDataJSON()),
                        "attestationObject", base64(response.getAttestationObject())));
    }

    @SuppressWarnings("NullAway") // the annotations of the library are about the array's bytes
    private Map<String, Object> shown(ClientPlatform browser, JsonNode options) {
        var shown = browser.get(read(options, PublicKeyCredentialRequestOptions.class));
        var response = requireNonNull(shown.getResponse());
        return credential(
                requireNonNull(shown.getId()),
                Map.of(
                        "clientDataJSON", base64(response.getClientDataJSON()),
                        "authenticatorData", base64(response.getAuthenticatorData()),
                        "signature", base64(response.getSignature()),
                        "userHandle", base64(response.getUserHandle())));
    }

    private <T> T read(JsonNode options, Class<T> type) {
        return converter.getJsonMapper().readValue(options.toString(), type);
    }

    private static Map<String, Object> credential(String id, Map<String, String> response) {
        return Map.of(
                "id", id, "rawId", id, "type", "public-key", "clientExtensionResults", Map.of(), "response", response);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
