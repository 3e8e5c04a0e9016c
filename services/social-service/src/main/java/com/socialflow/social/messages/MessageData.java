package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** What a person said in messages, and wants of them. What others said stays theirs. */
@Component
class MessageData implements PersonalData {

    /** Messages in a file. */
    private static final int FILE = 1_000;

    private final MessageStore messages;
    private final ConversationStore conversations;
    private final SettingStore settings;
    private final ReportStore reports;

    MessageData(MessageStore messages, ConversationStore conversations, SettingStore settings, ReportStore reports) {
        this.messages = messages;
        this.conversations = conversations;
        this.settings = settings;
        this.reports = reports;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var number = 1;
        var some = messages.by(account, 0, FILE);
        while (!some.isEmpty()) {
            archive.json(
                    "social/messages/%d.json".formatted(number++),
                    "What you wrote to others",
                    some.stream().map(MessageViews.DirectMessageView::of).toList());
            some = messages.by(account, some.getLast().id().value(), FILE);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return messages.takeBackAll(account, limit)
                + conversations.deleteParticipations(account, limit)
                + settings.delete(account)
                + reports.forget(account);
    }
}
