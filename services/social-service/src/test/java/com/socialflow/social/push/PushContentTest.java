package com.socialflow.social.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushContentTest {

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static KeyPair pair(String publicKey, String privateKey) throws GeneralSecurityException {
        ECPublicKey open = Points.read(bytes(publicKey)).orElseThrow();
        PrivateKey secret = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(privateKey)), open.getParams()));
        return new KeyPair(open, secret);
    }

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void writesTheExampleOfTheRfc() throws GeneralSecurityException {
        var device = pair(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94");
        var sender = pair(
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        var auth = bytes("BTBZMqHH6r4Tts7J_aSIgg");
        var text = "When I grow up, I want to be a watermelon".getBytes(UTF_8);

        var body = PushContent.encrypt(
                text, (ECPublicKey) device.getPublic(), auth, sender, bytes("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
        assertThat(new Receiver(device, auth).decrypt(body)).isEqualTo(text);
    }

    @Test
    void refusesPointsThatAreNotOnTheCurve() throws GeneralSecurityException {
        var good = Points.write(Points.read(bytes(Receiver.make().p256dh())).orElseThrow());
        assertThat(Points.read(good)).isPresent();
        var shifted = good.clone();
        shifted[64] ^= 1;
        assertThat(Points.read(shifted)).isEmpty();
        assertThat(Points.read(new byte[65])).isEmpty();
        assertThat(Points.read(new byte[0])).isEmpty();
        var compressed = good.clone();
        compressed[0] = 2;
        assertThat(Points.read(compressed)).isEmpty();
    }

    @Test
    void takesNoMoreThanOneRecord() throws GeneralSecurityException {
        var device = pair(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94");
        var most = new byte[PushContent.BYTES_MAX];
        var body = PushContent.encrypt(most, (ECPublicKey) device.getPublic(), new byte[16], device, new byte[16]);
        assertThat(body).hasSize(4_096);
        assertThatThrownBy(() -> PushContent.encrypt(
                        new byte[PushContent.BYTES_MAX + 1],
                        (ECPublicKey) device.getPublic(),
                        new byte[16],
                        device,
                        new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
