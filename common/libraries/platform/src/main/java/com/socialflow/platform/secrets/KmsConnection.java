package com.socialflow.platform.secrets;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** Makes the client of a key's region. It connects when it is first used. */
final class KmsConnection {

    /** For one question with its repetitions: a request waits for it. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final int CONNECTIONS_MAX = 32;

    private KmsConnection() {}

    static KmsKey key(SecretSettings settings, String arn) {
        var region = Arn.fromString(arn)
                .region()
                .orElseThrow(() -> new IllegalStateException("the key %s names no region".formatted(arn)));
        var builder = KmsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(CONNECTIONS_MAX)
                        .connectionTimeout(CONNECT_MAX)
                        .socketTimeout(ANSWER_MAX))
                .overrideConfiguration(override -> override.apiCallTimeout(ANSWER_MAX));
        if (!settings.kmsEndpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.kmsEndpoint()));
        }
        return new KmsKey(builder.build(), arn);
    }

    private static AwsCredentialsProvider credentials(SecretSettings settings) {
        return settings.kmsAccessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.kmsAccessKey(), settings.kmsSecretKey()));
    }
}
