package com.socialflow.platform.fetch;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for connections and refuses what may not be asked. The connection is made to the addresses that were
 * looked at here, so that no second answer of a name server leads elsewhere.
 */
final class Destinations implements DnsResolver {

    /** Where nobody may be asked. */
    static final class ForbiddenException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ForbiddenException(String what) {
            super(what);
        }
    }

    private final Resolver resolver;
    private final Set<Integer> ports;
    private final Set<InetAddress> trusted;

    Destinations(Resolver resolver, FetchSettings settings) {
        this.resolver = resolver;
        this.ports = Set.copyOf(settings.ports());
        this.trusted = settings.trusted().stream().map(InetAddress::ofLiteral).collect(Collectors.toSet());
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var checked = List.of(resolve(host));
        if (!ports.contains(port) && !trusted.containsAll(checked)) {
            throw new ForbiddenException("port " + port);
        }
        // One of each kind: trying many that do not answer would take long.
        return Stream.of(Inet4Address.class, Inet6Address.class)
                .flatMap(kind -> checked.stream().filter(kind::isInstance).limit(1))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** One that may not be asked is enough to ask none: an honest name has no such address. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        // The client gives back in Unicode what it was given in ASCII.
        var found = resolver.resolve(IDN.toASCII(host));
        for (var address : found) {
            if (!trusted.contains(address) && !PublicAddresses.contains(address)) {
                throw new ForbiddenException(host + " is " + address.getHostAddress());
            }
        }
        return found.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
