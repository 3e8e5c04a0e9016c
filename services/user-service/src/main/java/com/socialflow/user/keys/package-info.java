/** The keys that sign access tokens. */
@NullMarked
package com.socialflow.user.keys;

import org.jspecify.annotations.NullMarked;
