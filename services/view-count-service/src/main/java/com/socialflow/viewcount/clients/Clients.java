package com.socialflow.viewcount.clients;

import com.socialflow.views.Client;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Turns who sends a request into what may be kept of it. Addresses go no further than this: what leaves is a hash of a
 * part of them, with a salt that ends with the day.
 */
@Component
public class Clients {

    private static final byte[] OF_NETWORK = {1};
    private static final byte[] OF_VISITOR = {2};
    private static final byte[] OF_ACCOUNT = {3};

    private final Salts salts;
    private final Agents agents;
    private final NetworkTables tables;
    private final OptOuts optOuts;

    Clients(Salts salts, Agents agents, NetworkTables tables, OptOuts optOuts) {
        this.salts = salts;
        this.agents = agents;
        this.tables = tables;
        this.optOuts = optOuts;
    }

    /** What is known of the sender of a request that came at this moment. */
    public Facts of(Caller caller, Instant moment) {
        var salt = salts.at(moment);
        var read = agents.of(caller.agent());
        var address = caller.address();
        var client = new Client(
                read.agent().kind(),
                read.hash(),
                read.agent().device(),
                tables.country(address),
                tables.dataCentre(address));
        var network = Hash.of(salt, OF_NETWORK, NetworkTables.truncated(address));
        var optedOut =
                caller.refuses() || caller.account().filter(optOuts::optedOut).isPresent();
        return new Facts(client, optedOut ? 0 : visitor(salt, caller), network, optedOut, caller.account());
    }

    /** An account is one visitor on all devices; of others each address and agent is one. */
    private static long visitor(byte[] salt, Caller caller) {
        return caller.account()
                .map(account -> Hash.of(
                        salt,
                        OF_ACCOUNT,
                        ByteBuffer.allocate(Long.BYTES).putLong(account.value()).array()))
                .orElseGet(() -> Hash.of(
                        salt,
                        OF_VISITOR,
                        caller.address().getAddress(),
                        caller.agent().getBytes(StandardCharsets.ISO_8859_1)));
    }
}
