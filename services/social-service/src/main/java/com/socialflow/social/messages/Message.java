package com.socialflow.social.messages;

import com.socialflow.core.AccountId;

/** One message as its row says; without a text when its author took it back. */
record Message(MessageId id, ConversationId conversation, AccountId author, String text, boolean deleted) {}
