package com.socialflow.user.mail;

import com.socialflow.core.Ids;
import com.socialflow.user.mail.SmtpAddress.Security;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** A mail server, spoken to over SMTP (RFC 5321). */
final class Smtp {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    /** For one answer of the server, or one write. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    /** The least code of a refusal that is for good (RFC 5321, section 4.2.1). */
    private static final int FOR_GOOD = 500;

    /** Characters of what the server says that are kept. */
    private static final int REASON_MAX = 300;

    private final SmtpAddress server;
    private final InternetAddress from;
    private final Session session;

    Smtp(SmtpAddress server, String from, SSLSocketFactory sockets) {
        this.server = server;
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("socialflow.mail.from is no email address", e);
        }
        this.session = Session.getInstance(properties(sockets));
    }

    /** What became of one message. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** For good: trying again would change nothing. */
        record Refused(String reason) implements Outcome {}

        record NotNow(String reason) implements Outcome {}
    }

    private Properties properties(SSLSocketFactory sockets) {
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_MAX.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(ANSWER_MAX.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(ANSWER_MAX.toMillis()));
        return properties;
    }

    /** Sends messages over one connection, and says of each what became of it as soon as that is known. */
    void send(List<Message> messages, BiConsumer<Message, Outcome> then) {
        try (var transport = session.getTransport("smtp")) {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().isEmpty() ? null : server.user(),
                    server.user().isEmpty() ? null : server.password());
            for (var message : messages) {
                then.accept(message, transport.isConnected() ? send(message, transport) : away());
            }
        } catch (MessagingException e) {
            // Of those that were told already nothing changes.
            messages.forEach(message -> then.accept(message, new Outcome.NotNow(reason(e))));
        }
    }

    private static Outcome away() {
        return new Outcome.NotNow("the connection ended");
    }

    private Outcome send(Message message, Transport transport) {
        try {
            var mime = mime(message);
            transport.sendMessage(mime, mime.getAllRecipients());
            return new Outcome.Accepted();
        } catch (MessagingException e) {
            return forGood(e) ? new Outcome.Refused(reason(e)) : new Outcome.NotNow(reason(e));
        }
    }

    private MimeMessage mime(Message message) throws MessagingException {
        var id = "<%s@%s>".formatted(Ids.format(message.id()), domain());
        var mime = new MimeMessage(session) {
            /** The same each time: who gets it twice can tell. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mime.setFrom(from);
        mime.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
        mime.setSubject(Template.plain(message.subject()), "UTF-8");
        mime.setSentDate(Date.from(message.createdAt()));
        // Nobody's vacation answers it (RFC 3834).
        mime.setHeader("Auto-Submitted", "auto-generated");
        var unsubscribe = message.unsubscribe();
        if (unsubscribe != null) {
            mime.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            // RFC 8058: mail programs do it with one click, by a POST.
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mime.setContent(new MimeMultipart("alternative", part(message.text(), "plain"), part(message.html(), "html")));
        return mime;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    private static MimeBodyPart part(@Nullable String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text == null ? "" : text, "UTF-8", subtype);
        return part;
    }

    private static boolean forGood(MessagingException failure) {
        for (@Nullable Exception cause = failure;
                cause instanceof MessagingException known;
                cause = known.getNextException()) {
            if (code(known) >= FOR_GOOD) {
                return true;
            }
        }
        return false;
    }

    private static int code(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
        };
    }

    private static String reason(MessagingException failure) {
        var innermost = failure;
        while (innermost instanceof SendFailedException
                && innermost.getNextException() instanceof MessagingException next) {
            innermost = next;
        }
        var reason = Template.plain(String.valueOf(innermost.getMessage()));
        return reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) : reason;
    }
}
