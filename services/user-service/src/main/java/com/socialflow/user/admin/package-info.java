/** What administrators do to accounts. None of it makes an administrator another person. */
@NullMarked
package com.socialflow.user.admin;

import org.jspecify.annotations.NullMarked;
