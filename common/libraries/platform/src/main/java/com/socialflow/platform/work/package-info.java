/** Work that would hold up everything else if it ran wherever it came up. */
@NullMarked
package com.socialflow.platform.work;

import org.jspecify.annotations.NullMarked;
