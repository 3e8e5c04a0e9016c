/** What people are told of: by whom, how much of it at once, and whether they want to hear it. */
@NullMarked
package com.socialflow.social.notifications;

import org.jspecify.annotations.NullMarked;
