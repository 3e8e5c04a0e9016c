package com.socialflow.platform.secrets;

import com.socialflow.platform.PlatformSettings;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secret of the installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
public class SecretConfiguration {

    @Bean
    static MasterKey masterKey(SecretSettings settings, PlatformSettings platform, SecureRandom secureRandom) {
        return new MasterKey(settings, platform, secureRandom);
    }
}
