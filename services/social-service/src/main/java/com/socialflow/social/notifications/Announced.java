package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;

/**
 * Somebody is to be told of a row now.
 *
 * @param push devices too: it is new, or was read before
 */
public record Announced(AccountId to, NotificationId notification, Kind kind, boolean push) {}
