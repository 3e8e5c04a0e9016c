package com.socialflow.user.passkeys;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.user.passkeys.Ceremonies.Begun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes in and out of the passkey calls. Bytes are base 64 for addresses, as in the JSON that browsers make. */
final class PasskeyBodies {

    private static final String TYPE = "public-key";
    private static final String REQUIRED = "required";
    private static final String NAME = "Social Flow";

    private PasskeyBodies() {}

    /** The options of a ceremony, and the text to name it by in the answer. */
    record OptionsView<T>(String ceremony, T publicKey) {}

    /** Web Authentication, section 5.1.8, {@code PublicKeyCredentialCreationOptionsJSON}. */
    record CreationOptions(
            Site rp,
            User user,
            String challenge,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {

        static OptionsView<CreationOptions> of(Begun begun, String name, String displayName, List<Passkey> present) {
            var ceremony = begun.ceremony();
            var handle = ceremony.userHandle();
            return new OptionsView<>(
                    begun.text(),
                    new CreationOptions(
                            new Site(ceremony.relyingParty(), NAME),
                            new User(base64(handle == null ? new byte[0] : handle), name, displayName),
                            base64(ceremony.challenge()),
                            Authenticators.ALGORITHMS.stream()
                                    .map(algorithm -> new Algorithm(TYPE, algorithm))
                                    .toList(),
                            Ceremony.LIFETIME.toMillis(),
                            present.stream().map(Descriptor::of).toList(),
                            new Selection(REQUIRED, true, REQUIRED),
                            "none"));
        }
    }

    /** {@code PublicKeyCredentialRequestOptionsJSON}. */
    record RequestOptions(
            String challenge, long timeout, String rpId, List<Descriptor> allowCredentials, String userVerification) {

        static OptionsView<RequestOptions> of(Begun begun, List<Passkey> allowed) {
            var ceremony = begun.ceremony();
            return new OptionsView<>(
                    begun.text(),
                    new RequestOptions(
                            base64(ceremony.challenge()),
                            Ceremony.LIFETIME.toMillis(),
                            ceremony.relyingParty(),
                            allowed.stream().map(Descriptor::of).toList(),
                            REQUIRED));
        }
    }

    record Site(String id, String name) {}

    record User(String id, String name, String displayName) {}

    record Algorithm(String type, long alg) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    record Descriptor(String type, String id, List<String> transports) {

        static Descriptor of(Passkey passkey) {
            return new Descriptor(
                    TYPE, base64(passkey.key().credentialId()), passkey.key().transports());
        }
    }

    record NewAccountForm(
            @Nullable String username, @Nullable String displayName) {}

    record ChallengeForm(@Nullable String challenge) {}

    record NameForm(@Nullable String name) {}

    /** What a browser made. */
    record MadeForm(
            @Nullable String ceremony,
            @Nullable JsonNode credential,
            @Nullable String name) {

        Answer answer() {
            return PasskeyBodies.answer(ceremony, credential);
        }
    }

    /** What a browser shows. */
    record ShownForm(
            @Nullable String ceremony,
            @Nullable JsonNode credential,
            @Nullable String challenge) {

        Answer answer() {
            return PasskeyBodies.answer(ceremony, credential);
        }
    }

    /** A browser's answer to the options of a ceremony. */
    record Answer(String ceremony, String credentialJson) {}

    private static Answer answer(@Nullable String ceremony, @Nullable JsonNode credential) {
        if (ceremony != null && credential != null) {
            return new Answer(ceremony, credential.toString());
        }
        var errors = new ArrayList<FieldError>();
        if (ceremony == null) {
            errors.add(new FieldError("ceremony", "required", "this is needed"));
        }
        if (credential == null) {
            errors.add(new FieldError("credential", "required", "this is needed"));
        }
        throw Problem.invalid(errors);
    }

    /** A passkey as its owner sees it. */
    record PasskeyView(
            PasskeyId id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            boolean backedUp) {

        static PasskeyView of(Passkey passkey) {
            return new PasskeyView(
                    passkey.id(),
                    passkey.name(),
                    passkey.createdAt(),
                    passkey.lastUsedAt(),
                    passkey.key().backedUp());
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
