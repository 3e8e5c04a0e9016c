/** What people agreed to and refused, the texts that it was about, and what a browser says for them. */
@NullMarked
package com.socialflow.user.consents;

import org.jspecify.annotations.NullMarked;
