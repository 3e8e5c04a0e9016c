package com.socialflow.user.mail;

import com.socialflow.core.Ids;
import com.socialflow.user.mail.Message.State;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes letters into the database with the change that they tell of. They leave once it is committed. */
@Component
class QueuedMail implements Mail {

    private static final Logger log = LoggerFactory.getLogger(QueuedMail.class);

    private final Templates templates;
    private final Forwards forwards;
    private final MailStore store;
    private final Deliveries deliveries;
    private final Ids ids;
    private final Clock clock;

    QueuedMail(Templates templates, Forwards forwards, MailStore store, Deliveries deliveries, Ids ids, Clock clock) {
        this.templates = templates;
        this.forwards = forwards;
        this.store = store;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(String address, String locale, Letter letter) {
        var words = templates.render(letter, locale);
        var state = deliveries.local() ? State.LOCAL : State.QUEUED;
        var message = new Message(
                ids.next(),
                forwards.follow(address),
                letter.kind(),
                words.subject(),
                words.text(),
                words.html(),
                letter.values().get(Letter.UNSUBSCRIBE),
                state,
                0,
                clock.instant());
        store.insert(message, words);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed(message, letter);
            }
        });
    }

    private void committed(Message message, Letter letter) {
        if (message.state() == State.QUEUED) {
            deliveries.wake();
            return;
        }
        // There is no mail server: whoever tries the program out finds the link here.
        log.info("mail ({}): {}", message.kind(), letter.values().getOrDefault("link", ""));
    }
}
