/** Whom a person might want to follow: people followed by those whom he or she follows. */
@NullMarked
package com.socialflow.social.suggestions;

import org.jspecify.annotations.NullMarked;
