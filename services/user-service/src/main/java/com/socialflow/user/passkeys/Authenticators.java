package com.socialflow.user.passkeys;

import com.socialflow.user.passkeys.Passkey.Key;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks what authenticators say (Web Authentication, sections 7.1 and 7.2): the challenge, page and site are those
 * that were asked for, the person was there and was recognized by the authenticator, the signature fits, its count
 * grows.
 * Which model the authenticator is stays its owner's secret: no attestation is asked for.
 *
 * <p>The library throws whatever it comes across in malformed answers, null pointers too: all of it is a refusal.
 */
@Component
class Authenticators {

    /** ES256, Ed25519 and RS256: every authenticator in use knows one of them. */
    static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

    private static final Logger log = LoggerFactory.getLogger(Authenticators.class);

    private static final List<PublicKeyCredentialParameters> ACCEPTED = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    /** There are six kinds. */
    private static final int TRANSPORTS_MAX = 8;

    private static final boolean PERSON_RECOGNIZED = true;
    private static final boolean PERSON_THERE = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);

    /** What showing a key led to. */
    sealed interface Shown {
        /** The key is right; what changed of it. */
        record Right(long signCount, boolean backedUp) implements Shown {}

        record Refused() implements Shown {}

        /** Its count went back: there are two of a key of which there should be one. */
        record Copied() implements Shown {}
    }

    /** The key that an authenticator made; empty when it is not acceptable. */
    Optional<Key> made(Ceremony ceremony, String credentialJson) {
        try {
            var data = manager.verifyRegistrationResponseJSON(
                    credentialJson,
                    new RegistrationParameters(server(ceremony), ACCEPTED, PERSON_RECOGNIZED, PERSON_THERE));
            var object = data.getAttestationObject();
            if (object == null) {
                return Optional.empty();
            }
            var authenticator = object.getAuthenticatorData();
            var credential = authenticator.getAttestedCredentialData();
            if (credential == null) {
                return Optional.empty();
            }
            return Optional.of(new Key(
                    credential.getCredentialId(),
                    attested.convert(credential),
                    authenticator.getSignCount(),
                    transports(data.getTransports()),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS()));
        } catch (RuntimeException e) {
            log.debug("a new passkey is refused: {}", e.toString());
            return Optional.empty();
        }
    }

    private static List<String> transports(@Nullable Set<AuthenticatorTransport> transports) {
        return transports == null
                ? List.of()
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .limit(TRANSPORTS_MAX)
                        .toList();
    }

    /** By which id an answer says to have been made; empty when it says nothing readable. */
    Optional<byte[]> credentialId(String credentialJson) {
        try {
            return Optional.ofNullable(
                    manager.parseAuthenticationResponseJSON(credentialJson).getCredentialId());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Checks that the answer was made with the passkey. */
    Shown shown(Ceremony ceremony, String credentialJson, Passkey passkey) {
        try {
            var key = passkey.key();
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    key.backupEligible(),
                    key.backedUp(),
                    key.signCount(),
                    attested.convert(key.attested()),
                    null,
                    null,
                    null,
                    key.transports().stream()
                            .map(AuthenticatorTransport::create)
                            .collect(Collectors.toSet()));
            var data = manager.verifyAuthenticationResponseJSON(
                    credentialJson,
                    new AuthenticationParameters(server(ceremony), record, null, PERSON_RECOGNIZED, PERSON_THERE));
            var handle = data.getUserHandle();
            if (handle != null && !MessageDigest.isEqual(handle, passkey.userHandle())) {
                return new Shown.Refused();
            }
            var authenticator = data.getAuthenticatorData();
            return authenticator == null
                    ? new Shown.Refused()
                    : new Shown.Right(authenticator.getSignCount(), authenticator.isFlagBS());
        } catch (MaliciousCounterValueException e) {
            return new Shown.Copied();
        } catch (RuntimeException e) {
            log.debug("a passkey is refused: {}", e.toString());
            return new Shown.Refused();
        }
    }

    private static ServerProperty server(Ceremony ceremony) {
        return new ServerProperty(
                new Origin(ceremony.origin()), ceremony.relyingParty(), new DefaultChallenge(ceremony.challenge()));
    }
}
