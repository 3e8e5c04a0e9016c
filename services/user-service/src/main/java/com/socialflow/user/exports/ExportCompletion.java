package com.socialflow.user.exports;

import com.socialflow.user.PrivacySettings;
import com.socialflow.user.exports.ExportJobStore.Job;
import com.socialflow.user.mail.Letter;
import com.socialflow.user.mail.Links;
import com.socialflow.user.mail.Mail;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The moment when an archive can be fetched. */
@Component
class ExportCompletion {

    private static final String PAGE = "settings/privacy";

    private final ExportJobStore jobs;
    private final PrivacySettings settings;
    private final Mail mail;
    private final Links links;
    private final Clock clock;

    ExportCompletion(ExportJobStore jobs, PrivacySettings settings, Mail mail, Links links, Clock clock) {
        this.jobs = jobs;
        this.settings = settings;
        this.mail = mail;
        this.links = links;
        this.clock = clock;
    }

    /** Tells the person; false when somebody else makes the archive, or nobody wants it any more. */
    @Transactional
    boolean ready(Job job, long bytes) {
        if (!jobs.ready(job, bytes, clock.instant().plus(settings.exportKept()))) {
            return false;
        }
        var recipient = jobs.recipient(job);
        mail.send(recipient.email(), recipient.locale(), new Letter("export-ready", Map.of("link", links.page(PAGE))));
        return true;
    }
}
