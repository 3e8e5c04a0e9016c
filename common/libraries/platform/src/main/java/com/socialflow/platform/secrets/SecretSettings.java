package com.socialflow.platform.secrets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret of the installation.
 *
 * @param masterKey 32 bytes in base 64, the same in every process; empty: a key file under the data directory
 */
@ConfigurationProperties("socialflow.secrets")
record SecretSettings(@DefaultValue("") String masterKey) {

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "SecretSettings[]";
    }
}
