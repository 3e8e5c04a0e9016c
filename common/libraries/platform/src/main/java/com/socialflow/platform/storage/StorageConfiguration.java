package com.socialflow.platform.storage;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.recurring.Recurring;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Object storage as it is configured: S3 when a bucket is named, otherwise a directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
public class StorageConfiguration {

    @Bean
    static Storages storages(StorageSettings settings, PlatformSettings platform, Recurring recurring, Clock clock) {
        return settings.s3().bucket().isEmpty()
                ? Storages.directory(directory(settings, platform), settings.reserve(), recurring, clock)
                : Storages.s3(settings.s3(), platform.data().resolve("spool"));
    }

    private static Path directory(StorageSettings settings, PlatformSettings platform) {
        return settings.directory().isEmpty() ? platform.data().resolve("storage") : Path.of(settings.directory());
    }

    @Bean
    static ObjectStorage objectStorage(Storages storages) {
        return storages.objects();
    }

    @Bean
    static ResumableObjects resumableObjects(Storages storages) {
        return storages.resumable();
    }
}
