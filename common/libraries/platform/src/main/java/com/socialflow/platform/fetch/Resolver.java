package com.socialflow.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
interface Resolver {

    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** As this machine finds them. */
    static Resolver ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
