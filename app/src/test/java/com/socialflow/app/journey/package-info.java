/** Tests of the whole program in processes of its own, through its public API and in a browser. */
@NullMarked
package com.socialflow.app.journey;

import org.jspecify.annotations.NullMarked;
