package com.socialflow.platform.auth;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAAware;
import com.nimbusds.jose.jca.JCAContext;
import java.security.Key;
import java.security.Provider;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes signatures on elliptic curves: AWS-LC where its library loads, which takes a ninth of the JDK's time for
 * P-256; else the JDK. Both make and accept the same signatures.
 */
public final class Curves {

    private static final Logger log = LoggerFactory.getLogger(Curves.class);

    private Curves() {}

    /** Loaded when the first signature is made or checked. */
    private static final class Fast {

        static final Optional<Provider> PROVIDER = load();

        private static Optional<Provider> load() {
            try {
                var provider = AmazonCorrettoCryptoProvider.INSTANCE;
                var failure = provider.getLoadingError();
                if (failure == null) {
                    return Optional.of(provider);
                }
                log.info("signatures are the JDK's: {}", failure.toString());
            } catch (LinkageError e) {
                log.info("signatures are the JDK's: {}", e.toString());
            }
            return Optional.empty();
        }
    }

    /** This signer or verifier, which computes fast now. */
    public static <T extends JCAAware<? extends JCAContext>> T fast(T computing) {
        Fast.PROVIDER.ifPresent(provider -> computing.getJCAContext().setProvider(provider));
        return computing;
    }

    /** Makes verifiers that compute fast. */
    static final class Verifiers extends DefaultJWSVerifierFactory {

        @Override
        public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
            return fast(super.createJWSVerifier(header, key));
        }
    }
}
