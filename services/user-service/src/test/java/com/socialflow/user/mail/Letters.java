package com.socialflow.user.mail;

import com.socialflow.core.Cursor;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What tests read of the letters that were written, as a person with the mailbox does. */
public final class Letters {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int READ_MAX = 500;

    private final MailStore store;

    public Letters(ApplicationContext context) {
        store = context.getBean(MailStore.class);
    }

    /** A letter as it arrives. */
    public record Received(String kind, String subject, String text) {

        /** The token of its link. */
        public String token() {
            var start = text.indexOf("#token=") + "#token=".length();
            return text.substring(start).lines().findFirst().orElseThrow();
        }
    }

    /** All letters to the address, the newest first. */
    public List<Received> to(String address) {
        return store.page(Cursor.START, READ_MAX).stream()
                .filter(message -> message.to().equals(address))
                .map(message -> new Received(message.kind(), message.subject(), String.valueOf(message.text())))
                .toList();
    }

    /** The id of the newest letter to the address. */
    long id(String address) {
        return store.page(Cursor.START, READ_MAX).stream()
                .filter(message -> message.to().equals(address))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The letters of one kind to the address, the newest first. */
    public List<Received> to(String address, String kind) {
        return to(address).stream().filter(letter -> letter.kind().equals(kind)).toList();
    }

    /** The newest letter of that kind to the address; waits for one that is still being written. */
    public Received newest(String address, String kind) {
        return await(address, kind, 1).getFirst();
    }

    /** So many letters of that kind, waited for. */
    public List<Received> await(String address, String kind, int count) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = to(address, kind);
            if (found.size() >= count) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no %s to %s, only %s".formatted(kind, address, to(address)));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
