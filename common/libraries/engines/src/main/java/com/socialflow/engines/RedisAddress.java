package com.socialflow.engines;

/** A Redis server and who to be there. */
public record RedisAddress(String host, int port, String user, String password) {

    /** The same as an address with the password in it. */
    public String url() {
        return "redis://%s:%s@%s:%d".formatted(user, password, host, port);
    }

    @Override
    public String toString() {
        return "redis://%s:%d".formatted(host, port);
    }
}
