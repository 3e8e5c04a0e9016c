package com.socialflow.platform.secrets;

import java.util.List;

/** Settings of secrets for tests. */
final class TestSecrets {

    private TestSecrets() {}

    static SecretSettings masterKey(String key) {
        return new SecretSettings(key, List.of(), "", List.of(), "", "", "");
    }

    static SecretSettings kms(String endpoint) {
        return new SecretSettings("", List.of(), "", List.of(), endpoint, "access", "secret");
    }
}
