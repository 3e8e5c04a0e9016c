package com.socialflow.platform.fetch;

import com.socialflow.platform.fetch.FetchOutcome.Failed;
import com.socialflow.platform.fetch.FetchOutcome.Fetched;
import com.socialflow.platform.fetch.FetchOutcome.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Gets what a stranger's address leads to. Every host on the way is resolved here and looked at, and only what was
 * looked at is connected to. Blocks; not to be used in a transaction.
 */
public final class SafeFetch implements AutoCloseable {

    /** From the first byte sent to the last one read, over all redirects; looking up a name may take its own time. */
    public static final Duration TIME_MAX = Duration.ofSeconds(5);

    static final int REDIRECTS_MAX = 3;

    private final StrangersClient client;
    private final Duration timeMax;

    SafeFetch(StrangersClient client, Duration timeMax) {
        this.client = client;
        this.timeMax = timeMax;
    }

    /** What is at the address, as far as it is wanted. */
    public FetchOutcome get(String address, Wanted wanted) {
        var deadline = new Deadline(timeMax);
        var next = WebAddress.parse(address);
        for (var redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
            if (next.isEmpty()) {
                return new Failed(Reason.FORBIDDEN, "no address of the web");
            }
            switch (ask(next.get(), wanted, deadline)) {
                case Hop.Arrived(var outcome) -> {
                    return outcome;
                }
                case Hop.Onward(var further) -> next = further;
            }
        }
        return new Failed(Reason.TOO_MANY_REDIRECTS, address);
    }

    /** One request of several. */
    private sealed interface Hop {
        record Arrived(FetchOutcome outcome) implements Hop {}

        /** @param address empty: where no redirect may lead */
        record Onward(Optional<URI> address) implements Hop {}
    }

    private Hop ask(URI address, Wanted wanted, Deadline deadline) {
        var request = new HttpGet(withoutFragment(address));
        request.setHeader(HttpHeaders.ACCEPT, String.join(", ", wanted.mediaTypes()) + ", */*;q=0.1");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        try (var _ = deadline.watch(request::abort)) {
            if (deadline.over()) {
                return failed(Reason.TOO_SLOW, address);
            }
            return client.execute(request, deadline.left(), response -> hop(address, response, wanted));
        } catch (Destinations.ForbiddenException e) {
            return new Hop.Arrived(new Failed(Reason.FORBIDDEN, String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            // What is no HTTP is met by parsers in many ways.
            return new Hop.Arrived(new Failed(deadline.over() ? Reason.TOO_SLOW : Reason.UNREACHABLE, e.toString()));
        }
    }

    private static Hop hop(URI address, ClassicHttpResponse response, Wanted wanted) throws IOException {
        return switch (response.getCode()) {
            case 200 -> new Hop.Arrived(fetched(address, response, wanted));
            case 301, 302, 303, 307, 308 -> new Hop.Onward(target(address, response));
            default -> failed(Reason.STATUS, address);
        };
    }

    private static Optional<URI> target(URI address, ClassicHttpResponse response) {
        var location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null) {
            return Optional.empty();
        }
        try {
            return WebAddress.parse(address.resolve(location.getValue().strip()).toString());
        } catch (IllegalArgumentException e) {
            return WebAddress.parse(location.getValue().strip());
        }
    }

    private static FetchOutcome fetched(URI address, ClassicHttpResponse response, Wanted wanted) throws IOException {
        var entity = response.getEntity();
        var type = type(entity);
        if (entity == null || type == null || !wanted.mediaTypes().contains(mediaType(type))) {
            return new Failed(Reason.TYPE, address.getHost() + ": " + (type == null ? "none" : mediaType(type)));
        }
        var encoding = entity.getContentEncoding() == null ? "identity" : entity.getContentEncoding();
        if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            return new Failed(Reason.TYPE, address.getHost() + ": packed as something else");
        }
        // Not closed: that would read on to the end, which may never come.
        var in = encoding.equalsIgnoreCase("gzip") ? new GZIPInputStream(entity.getContent()) : entity.getContent();
        // One more tells that there is more.
        var body = in.readNBytes(wanted.bytesMax() + 1);
        return body.length > wanted.bytesMax() && !wanted.beginning()
                ? new Failed(Reason.TOO_LARGE, String.valueOf(address.getHost()))
                : new Fetched(address, mediaType(type), type.getCharset(), body);
    }

    private static @Nullable ContentType type(@Nullable HttpEntity entity) {
        if (entity == null) {
            return null;
        }
        try {
            return ContentType.parseLenient(entity.getContentType());
        } catch (IllegalArgumentException e) {
            // Parameters that make no sense.
            var type = String.valueOf(entity.getContentType());
            return ContentType.parseLenient(type.substring(0, Math.max(0, type.indexOf(';'))));
        }
    }

    private static String mediaType(ContentType type) {
        return type.getMimeType().toLowerCase(Locale.ROOT);
    }

    private static URI withoutFragment(URI address) {
        var text = address.toString();
        var hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }

    private static Hop failed(Reason reason, URI address) {
        return new Hop.Arrived(new Failed(reason, String.valueOf(address.getHost())));
    }

    @Override
    public void close() {
        client.close();
    }
}
