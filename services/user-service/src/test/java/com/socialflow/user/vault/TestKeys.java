package com.socialflow.user.vault;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.secrets.KeyService;
import com.socialflow.platform.secrets.SecretConfiguration;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Key services of processes that are differently configured. */
final class TestKeys {

    private TestKeys() {}

    /** Not annotated: the module's own scan must not find it. */
    @EnableConfigurationProperties(PlatformSettings.class)
    static class Surroundings {

        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        static SecureRandom secureRandom() {
            return new SecureRandom();
        }
    }

    /** The key service of a process with this master key and these others. */
    static KeyService of(Path data, int master, int... previous) {
        var others = new StringBuilder();
        for (var key : previous) {
            others.append(others.isEmpty() ? "" : ",").append(key(key));
        }
        try (var program = new SpringApplicationBuilder(Surroundings.class, SecretConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--socialflow.data=" + data,
                        "--socialflow.secrets.master-key=" + key(master),
                        "--socialflow.secrets.previous-master-keys=" + others)) {
            return program.getBean(KeyService.class);
        }
    }

    private static String key(int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
