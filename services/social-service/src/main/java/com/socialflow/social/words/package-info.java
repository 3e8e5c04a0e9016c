/** Words that people do not want to read. */
@NullMarked
package com.socialflow.social.words;

import org.jspecify.annotations.NullMarked;
