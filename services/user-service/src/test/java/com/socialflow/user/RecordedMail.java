package com.socialflow.user;

import com.socialflow.user.mail.Forwards;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Mail;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Keeps letters instead of sending them. */
public final class RecordedMail implements Mail {

    private final Forwards forwards;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    RecordedMail(Forwards forwards) {
        this.forwards = forwards;
    }

    /** Puts it in the place of whatever sends letters. Not annotated: the module's own scan must not find it. */
    public static class Recording {

        @Bean
        @Primary
        static RecordedMail recordedMail(Forwards forwards) {
            return new RecordedMail(forwards);
        }
    }

    /** A letter and where it went. */
    public record Sent(String address, Letter letter) {}

    @Override
    public void send(String address, String locale, Letter letter) {
        sent.add(new Sent(forwards.follow(address), letter));
    }

    /** The letters of that kind to the person of that name, as tests register people. */
    public List<Letter> to(String name, String kind) {
        return sent.stream()
                .filter(each -> each.address().equals(name + "@example.com"))
                .map(Sent::letter)
                .filter(letter -> letter.kind().equals(kind))
                .toList();
    }

    /** The letters of that kind to an address. */
    public List<Sent> at(String address, String kind) {
        return sent.stream()
                .filter(each ->
                        each.address().equals(address) && each.letter().kind().equals(kind))
                .toList();
    }
}
