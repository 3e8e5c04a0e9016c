/** Who may see, answer and quote what: pure, from facts that others gather. */
@NullMarked
package com.socialflow.social.rules;

import org.jspecify.annotations.NullMarked;
