package com.socialflow.social.messages;

import com.socialflow.core.AccountId;
import java.util.Locale;

/**
 * Somebody in a conversation.
 *
 * @param direct whether the conversation is one of two
 * @param latest the newest message that the person sees; the conversation's id when there is none
 * @param readUpTo the newest that the person has read
 * @param clearedUpTo what is not newer the person deleted for himself or herself
 */
record Participant(
        ConversationId conversation,
        AccountId account,
        boolean direct,
        State state,
        long latest,
        long readUpTo,
        long clearedUpTo) {

    enum State {
        MEMBER,
        /** Somebody wrote whom the person does not follow. */
        REQUESTED,
        /** The person wants none of it. Whoever wrote is not told. */
        DECLINED,
        LEFT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
