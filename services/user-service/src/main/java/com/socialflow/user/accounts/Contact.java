package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;

/**
 * How to reach somebody.
 *
 * @param verified whether the address was proven to be the person's
 * @param locale a BCP 47 tag
 */
public record Contact(AccountId account, Username username, Email email, boolean verified, String locale) {}
