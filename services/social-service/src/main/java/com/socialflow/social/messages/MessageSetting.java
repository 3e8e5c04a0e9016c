package com.socialflow.social.messages;

import java.util.Locale;

/**
 * What a person wants of messages.
 *
 * @param from who may begin to write to the person
 * @param readReceipts whether others see how far the person has read; who hides it sees nobody's
 */
record MessageSetting(OpenTo from, boolean readReceipts) {

    /** Of who never said anything: strangers may ask, and nobody is watched. */
    static final MessageSetting DEFAULT = new MessageSetting(OpenTo.EVERYONE, false);

    enum OpenTo {
        EVERYONE,
        /** Whom the person follows. */
        FOLLOWED,
        NOBODY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
