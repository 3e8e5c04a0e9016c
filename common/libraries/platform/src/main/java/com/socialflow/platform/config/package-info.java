/** Configuration: typed records, and no key that nobody reads. */
@NullMarked
package com.socialflow.platform.config;

import org.jspecify.annotations.NullMarked;
