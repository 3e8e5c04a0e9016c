package com.socialflow.app;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.auth.FirstAdministrator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What belongs to the program as a whole. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgramSettings.class)
class ProgramConfiguration {

    @Bean
    Training training(ProgramSettings settings, Environment environment, EmbeddedEngines engines) {
        return new Training(settings, environment, engines);
    }

    @Bean
    EnginesHealth enginesHealth(EmbeddedEngines engines) {
        return new EnginesHealth(engines);
    }

    @Bean
    Greeting greeting(
            Environment environment,
            EmbeddedEngines engines,
            PlatformSettings platform,
            ObjectProvider<FirstAdministrator> administrators) {
        return new Greeting(environment, engines, platform, administrators);
    }

    @Bean
    LowPriority lowPriority() {
        return new LowPriority();
    }
}
