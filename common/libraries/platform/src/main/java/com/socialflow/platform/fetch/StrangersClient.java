package com.socialflow.platform.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** An HTTP client that keeps nothing: no cookie, no connection, no password, no redirect. Made when first needed. */
final class StrangersClient implements AutoCloseable {

    /** A host is tried at two addresses. */
    private static final Timeout CONNECT_MAX = Timeout.ofSeconds(2);

    /** Bytes of one header. */
    private static final int HEADER_MAX = 8 * 1024;

    private static final int HEADERS_MAX = 100;

    /** More than ever ask at once. */
    private static final int CONNECTIONS_MAX = 32;

    private final Destinations destinations;
    private final String userAgent;
    private @Nullable CloseableHttpClient client;

    StrangersClient(Destinations destinations, String userAgent) {
        this.destinations = destinations;
        this.userAgent = userAgent;
    }

    /** What is done with an answer. */
    interface Use<T> {
        T of(ClassicHttpResponse response) throws IOException;
    }

    /** Nothing is read that the use did not read: the connection breaks off. */
    <T> T execute(HttpGet request, Duration patience, Use<T> use) throws IOException {
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(patience))
                .setConnectionRequestTimeout(Timeout.of(patience))
                .build());
        var response = client().executeOpen(target(request), request, null);
        try {
            return use.of(response);
        } finally {
            request.abort();
            close(response);
        }
    }

    private static HttpHost target(HttpGet request) throws IOException {
        try {
            return RoutingSupport.determineHost(request);
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // It was broken off.
        }
    }

    private synchronized CloseableHttpClient client() {
        var made = client;
        if (made == null) {
            made = HttpClients.custom()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setDnsResolver(destinations)
                            .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                    .http1Config(Http1Config.custom()
                                            .setMaxLineLength(HEADER_MAX)
                                            .setMaxHeaderCount(HEADERS_MAX)
                                            .build())
                                    .build())
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(CONNECT_MAX)
                                    .setSocketTimeout(Timeout.of(SafeFetch.TIME_MAX))
                                    .build())
                            .setMaxConnTotal(CONNECTIONS_MAX)
                            .setMaxConnPerRoute(CONNECTIONS_MAX)
                            .build())
                    .setConnectionReuseStrategy((_, _, _) -> false)
                    .setUserAgent(userAgent)
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .disableContentCompression()
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
