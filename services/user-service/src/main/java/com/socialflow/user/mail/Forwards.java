package com.socialflow.user.mail;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where letters really go. */
@Component
public class Forwards {

    private final List<Forward> forwards;

    Forwards(List<Forward> forwards) {
        this.forwards = forwards;
    }

    /** The address that takes mail for this one: mostly itself. */
    public String follow(String address) {
        return forwards.stream()
                .flatMap(forward -> forward.of(address).stream())
                .findFirst()
                .orElse(address);
    }
}
