package com.socialflow.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The JDK is the measure of the library that signs in its place. */
class CurvesTest {

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);
    private static final byte[] TEXT = "a token".getBytes(StandardCharsets.UTF_8);

    @Test
    void signAsTheJdkDoesAndAcceptWhatItAccepts() throws JOSEException {
        for (var times = 0; times < 50; times++) {
            var key = new ECKeyGenerator(Curve.P_256).generate();
            var fast = Curves.fast(new ECDSASigner(key)).sign(HEADER, TEXT);
            var slow = new ECDSASigner(key).sign(HEADER, TEXT);

            assertThat(new ECDSAVerifier(key).verify(HEADER, TEXT, fast)).isTrue();
            assertThat(Curves.fast(new ECDSAVerifier(key)).verify(HEADER, TEXT, slow))
                    .isTrue();
        }
    }

    @Test
    void acceptNothingElse() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var verifier = Curves.fast(new ECDSAVerifier(key));
        var signature = new ECDSASigner(key).sign(HEADER, TEXT);

        assertThat(verifier.verify(HEADER, new byte[] {1}, signature)).isFalse();
        var other = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(Curves.fast(new ECDSAVerifier(other)).verify(HEADER, TEXT, signature))
                .isFalse();
        for (var bit = 0; bit < 64 * 8; bit++) {
            var bytes = signature.decode();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.verify(HEADER, TEXT, Base64URL.encode(bytes)))
                    .as("bit %d", bit)
                    .isFalse();
        }
        assertThat(verifier.verify(HEADER, TEXT, Base64URL.encode(new byte[64])))
                .as("CVE-2022-21449")
                .isFalse();
    }
}
