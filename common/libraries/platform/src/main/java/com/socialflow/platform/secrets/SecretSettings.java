package com.socialflow.platform.secrets;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets of the installation.
 *
 * @param masterKey 32 bytes in base 64, the same in every process; empty: a key file under the data directory
 * @param previousMasterKeys earlier or coming ones, which open what they closed and close nothing
 * @param kmsKeyArn a key of AWS KMS that wraps all other keys in the master key's place; empty: the master key does
 * @param previousKmsKeyArns earlier or coming ones, which unwrap and wrap nothing
 * @param kmsEndpoint of a server other than Amazon's
 * @param kmsAccessKey empty: from the environment, the profile or the machine's role, as Amazon's tools do
 * @param kmsSecretKey with the access key
 */
@ConfigurationProperties("socialflow.secrets")
record SecretSettings(
        @DefaultValue("") String masterKey,
        @DefaultValue List<String> previousMasterKeys,
        @DefaultValue("") String kmsKeyArn,
        @DefaultValue List<String> previousKmsKeyArns,
        @DefaultValue("") String kmsEndpoint,
        @DefaultValue("") String kmsAccessKey,
        @DefaultValue("") String kmsSecretKey) {

    SecretSettings {
        previousMasterKeys = List.copyOf(previousMasterKeys);
        previousKmsKeyArns = List.copyOf(previousKmsKeyArns);
    }

    /** Keeps them out of logs. */
    @Override
    public String toString() {
        return "SecretSettings[]";
    }
}
