/** Finds out what an uploaded file holds, by its content, before anything is made of it. */
@NullMarked
package com.socialflow.workers.inspect;

import org.jspecify.annotations.NullMarked;
