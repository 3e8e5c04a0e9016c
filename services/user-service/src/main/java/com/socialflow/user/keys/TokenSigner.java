package com.socialflow.user.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.platform.auth.Curves;
import org.springframework.stereotype.Component;

/** Signs tokens with the key that signs now: ES256, as RFC 7518 has it. */
@Component
public class TokenSigner {

    private final SigningKeys keys;

    TokenSigner(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * A token that says this.
     *
     * @param type for the header, such as {@code at+jwt}: one kind of token is not taken for another
     */
    public String sign(String type, JWTClaimsSet claims) {
        var key = keys.current();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .keyID(key.id())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(Curves.fast(new ECDSASigner(key.key())));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
