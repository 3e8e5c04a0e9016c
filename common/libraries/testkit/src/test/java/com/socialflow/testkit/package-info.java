/** Shows that the kit works. */
@NullMarked
package com.socialflow.testkit;

import org.jspecify.annotations.NullMarked;
