/** Direct messages between two people and in small groups. */
@NullMarked
package com.socialflow.social.messages;

import org.jspecify.annotations.NullMarked;
