package com.socialflow.user;

import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Keeps letters instead of sending them. */
public final class RecordedMail implements Mail {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** Puts it in the place of whatever sends letters. */
    @TestConfiguration
    public static class Recording {

        @Bean
        @Primary
        RecordedMail recordedMail() {
            return new RecordedMail();
        }
    }

    /** A letter and where it went. */
    public record Sent(String address, Letter letter) {}

    @Override
    public void send(String address, String locale, Letter letter) {
        sent.add(new Sent(address, letter));
    }

    /** The letters of that kind to the person of that name, as tests register people. */
    public List<Letter> to(String name, String kind) {
        return sent.stream()
                .filter(each -> each.address().equals(name + "@example.com"))
                .map(Sent::letter)
                .filter(letter -> letter.kind().equals(kind))
                .toList();
    }
}
