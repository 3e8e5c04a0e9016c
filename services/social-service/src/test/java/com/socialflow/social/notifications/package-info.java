@NullMarked
package com.socialflow.social.notifications;

import org.jspecify.annotations.NullMarked;
