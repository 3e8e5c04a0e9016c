package com.socialflow.user.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes into the log what would be sent. */
@Component
class LoggedMail implements Mail {

    private static final Logger log = LoggerFactory.getLogger(LoggedMail.class);

    @Override
    public void send(String address, String locale, Letter letter) {
        log.info("a letter would go out: {}", letter);
    }
}
