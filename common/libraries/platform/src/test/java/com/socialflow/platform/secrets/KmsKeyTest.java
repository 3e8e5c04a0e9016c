package com.socialflow.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KmsKeyTest extends KeyEncryptionKeyKit {

    @SuppressWarnings("NullAway.Init") // before any test
    private static TestKms kms;

    @BeforeAll
    static void start() {
        kms = TestKms.start();
    }

    @AfterAll
    static void stop() {
        kms.close();
    }

    @Override
    KeyEncryptionKey key(int number) {
        return KmsConnection.key(TestSecrets.kms(kms.address()), kms.arn(number));
    }

    @Test
    void saysThatItIsAwayRatherThanThatTheKeyIsWrong() {
        var wrapped = key(1).wrap(new byte[32], "person:7");
        var disabled = KmsConnection.key(TestSecrets.kms(kms.address()), TestKms.DISABLED);

        assertThatThrownBy(() -> disabled.unwrap(wrapped, "person:7"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("keys-unavailable"));
    }

    @Test
    void asksWithSignedRequests() {
        key(1).generate("person:7");

        assertThat(kms.lastAuthorization()).startsWith("AWS4-HMAC-SHA256").contains("/eu-central-1/kms/aws4_request");
    }
}
