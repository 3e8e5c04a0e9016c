/** Posts that wait for their hour, and their publishing. */
@NullMarked
package com.socialflow.social.scheduled;

import org.jspecify.annotations.NullMarked;
