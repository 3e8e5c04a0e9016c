/** Messages to people: what they say, and how they leave. */
@NullMarked
package com.socialflow.user.mail;

import org.jspecify.annotations.NullMarked;
