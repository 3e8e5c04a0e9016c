/** The secret of an installation, and the keys that come of it. */
@NullMarked
package com.socialflow.platform.secrets;

import org.jspecify.annotations.NullMarked;
