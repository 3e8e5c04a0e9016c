package com.socialflow.platform.secrets;

import com.socialflow.platform.PlatformSettings;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secret of the installation, and the keys that it protects. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
public class SecretConfiguration {

    @Bean
    static MasterKey masterKey(SecretSettings settings, PlatformSettings platform, SecureRandom secureRandom) {
        return new MasterKey(settings, platform, secureRandom);
    }

    @Bean
    static KeyService keyService(SecretSettings settings, MasterKey master) {
        return KeyService.of(settings, master);
    }

    @Bean
    static Envelopes envelopes(KeyService keys, Clock clock) {
        return new Envelopes(keys, clock);
    }
}
