package com.socialflow.user.sessions;

import java.util.List;

/**
 * Somebody at the door, before it is known who.
 *
 * @param address as the connection has it
 * @param browser whether tokens are to travel in cookies
 * @param deviceTokens what earlier sign-ins left in the browser
 */
public record Visit(String address, Device device, boolean browser, List<String> deviceTokens) {

    public Visit {
        deviceTokens = List.copyOf(deviceTokens);
    }

    /** The same for an answer that can only be cookies. */
    public Visit inBrowser() {
        return new Visit(address, device, true, deviceTokens);
    }

    /** Keeps what recognizes a device out of logs. */
    @Override
    public String toString() {
        return "Visit[device=%s, browser=%s]".formatted(device, browser);
    }
}
