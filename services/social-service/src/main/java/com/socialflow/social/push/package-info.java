/** Tells devices of people who do not look, through the push services of their browsers (RFC 8030). */
@NullMarked
package com.socialflow.social.push;

import org.jspecify.annotations.NullMarked;
