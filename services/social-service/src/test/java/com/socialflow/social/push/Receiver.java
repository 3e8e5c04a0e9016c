package com.socialflow.social.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A device: the other side of RFC 8291, written from the RFC and by other means of the JDK than the sender's. */
final class Receiver {

    private final KeyPair keys;
    private final byte[] auth;

    Receiver(KeyPair keys, byte[] auth) {
        this.keys = keys;
        this.auth = auth;
    }

    static Receiver make() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new Receiver(generator.generateKeyPair(), "sixteen bytes ok".getBytes(US_ASCII));
    }

    String p256dh() {
        return encode(Points.write((ECPublicKey) keys.getPublic()));
    }

    String auth() {
        return encode(auth);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] decrypt(byte[] body) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(body);
        var salt = new byte[16];
        in.get(salt);
        if (in.getInt() < body.length - 86 || in.get() != 65) {
            throw new GeneralSecurityException("not one record of this scheme");
        }
        var sender = new byte[65];
        in.get(sender);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(Points.read(sender).orElseThrow(), true);
        var info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(US_ASCII))
                .put(Points.write((ECPublicKey) keys.getPublic()))
                .put(sender)
                .array();
        var secret = derive(auth, agreement.generateSecret(), info, 32);
        var key = derive(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
        var nonce = derive(salt, secret, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var padded = cipher.doFinal(body, 86, body.length - 86);
        var end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("the last record ends with 2");
        }
        return Arrays.copyOf(padded, end);
    }

    private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(secret)
                        .thenExpand(info, length));
    }
}
