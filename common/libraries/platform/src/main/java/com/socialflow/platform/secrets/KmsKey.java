package com.socialflow.platform.secrets;

import com.socialflow.core.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * A key-encryption key in AWS KMS, which never leaves it. The context is KMS' encryption context: it also stands in
 * Amazon's own log of each use, and therefore names accounts by nothing but their ids.
 */
final class KmsKey implements KeyEncryptionKey {

    private static final String CONTEXT = "socialflow";
    private static final int RETRY_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(KmsKey.class);

    private final KmsClient kms;
    private final String arn;

    KmsKey(KmsClient kms, String arn) {
        this.kms = kms;
        this.arn = arn;
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public Generated generate(String context) {
        var made = asking(() -> kms.generateDataKey(request ->
                request.keyId(arn).numberOfBytes(AesGcm.KEY_BYTES).encryptionContext(Map.of(CONTEXT, context))));
        return new Generated(
                made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        return asking(() -> kms.encrypt(request -> request.keyId(arn)
                        .plaintext(SdkBytes.fromByteArray(key))
                        .encryptionContext(Map.of(CONTEXT, context))))
                .ciphertextBlob()
                .asByteArray();
    }

    @Override
    public Optional<byte[]> unwrap(byte[] wrapped, String context) {
        try {
            return Optional.of(asking(() -> kms.decrypt(request -> request.keyId(arn)
                            .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                            .encryptionContext(Map.of(CONTEXT, context))))
                    .plaintext()
                    .asByteArray());
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            return Optional.empty();
        }
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            throw e;
        } catch (SdkException e) {
            log.error("KMS does not do what it is asked: {}", e.toString());
            throw Problem.unavailable("keys-unavailable", RETRY_SECONDS, "the key service does not answer");
        }
    }
}
