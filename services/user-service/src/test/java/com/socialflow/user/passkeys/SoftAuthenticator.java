package com.socialflow.user.passkeys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An authenticator and the browser before it, made of Web Authentication, sections 5.8.1, 6.1 and 6.5, independently of
 * what checks it. A test makes it lie.
 */
public final class SoftAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final int COORDINATE_BYTES = 32;

    private final KeyPair keys;
    private final byte[] id;
    private byte[] userHandle = new byte[0];

    /** The page that asks; null: the one of the options' site. */
    public @Nullable String origin;

    /** The site that the key belongs to; null: that of the options. */
    public @Nullable String site;

    public boolean recognizes = true;
    public boolean copiesToOtherDevices;
    public long count = 1;

    /** An authenticator with a key of its own. */
    public SoftAuthenticator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            id = sha256(keys.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code navigator.credentials.create}, by a page at that address. */
    public Map<String, Object> make(JsonNode options, String page) {
        userHandle = bytes(options.get("user").get("id").asString());
        var site = this.site == null ? options.get("rp").get("id").asString() : this.site;
        var data = authenticatorData(site, ATTESTED, attested());
        var object = new ByteArrayOutputStream();
        object.writeBytes(new byte[] {(byte) 0xa3, 0x63});
        object.writeBytes(ascii("fmt"));
        object.write(0x64);
        object.writeBytes(ascii("none"));
        object.write(0x67);
        object.writeBytes(ascii("attStmt"));
        object.writeBytes(new byte[] {(byte) 0xa0, 0x68});
        object.writeBytes(ascii("authData"));
        object.write(0x59);
        object.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
        object.writeBytes(data);
        return credential(Map.of(
                "clientDataJSON",
                base64(clientData("webauthn.create", options, page)),
                "attestationObject",
                base64(object.toByteArray()),
                "transports",
                List.of("internal", "hybrid")));
    }

    /** {@code navigator.credentials.get}. */
    public Map<String, Object> show(JsonNode options, String page) {
        count++;
        var site = this.site == null ? options.get("rpId").asString() : this.site;
        var data = authenticatorData(site, 0, new byte[0]);
        var clientData = clientData("webauthn.get", options, page);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(clientData));
            return credential(Map.of(
                    "clientDataJSON",
                    base64(clientData),
                    "authenticatorData",
                    base64(data),
                    "signature",
                    base64(signature.sign()),
                    "userHandle",
                    base64(userHandle)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key calls somebody else its person from now on. */
    public void pretendToBeOf(byte[] other) {
        userHandle = other;
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        var credential = new HashMap<String, Object>();
        credential.put("id", base64(id));
        credential.put("rawId", base64(id));
        credential.put("type", "public-key");
        credential.put("authenticatorAttachment", "platform");
        credential.put("clientExtensionResults", Map.of());
        credential.put("response", response);
        return credential;
    }

    private byte[] clientData(String type, JsonNode options, String page) {
        var text = """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""";
        return text.formatted(type, options.get("challenge").asString(), origin == null ? page : origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String site, int more, byte[] rest) {
        var backup = copiesToOtherDevices ? 0x18 : 0;
        var flags = PRESENT | (recognizes ? VERIFIED : 0) | more | backup;
        return ByteBuffer.allocate(37 + rest.length)
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count)
                .put(rest)
                .array();
    }

    /** Model, credential id and public key in COSE's form (RFC 9053, section 7.1.1). */
    private byte[] attested() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        out.writeBytes(id);
        out.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE_BYTES});
        out.writeBytes(coordinate(point.getAffineX()));
        out.writeBytes(new byte[] {0x22, 0x58, COORDINATE_BYTES});
        out.writeBytes(coordinate(point.getAffineY()));
        return out.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes.length > COORDINATE_BYTES
                ? Arrays.copyOfRange(bytes, bytes.length - COORDINATE_BYTES, bytes.length)
                : ByteBuffer.allocate(COORDINATE_BYTES)
                        .position(COORDINATE_BYTES - bytes.length)
                        .put(bytes)
                        .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
