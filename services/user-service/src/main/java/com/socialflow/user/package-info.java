/** The user service owns identity: accounts, passwords, sessions and the keys of access tokens. */
@NullMarked
package com.socialflow.user;

import org.jspecify.annotations.NullMarked;
