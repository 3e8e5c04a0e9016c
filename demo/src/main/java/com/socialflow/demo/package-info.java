/** Fills an empty program with people and videos, through its public API alone. */
@NullMarked
package com.socialflow.demo;

import org.jspecify.annotations.NullMarked;
