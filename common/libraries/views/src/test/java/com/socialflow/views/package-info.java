/** The rule on seeded populations and against naive models. */
@NullMarked
package com.socialflow.views;

import org.jspecify.annotations.NullMarked;
