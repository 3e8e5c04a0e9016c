@NullMarked
package com.socialflow.social.messages;

import org.jspecify.annotations.NullMarked;
