/** What every module shares: ids, pages, cursors, problems. No Spring, no input or output. */
@NullMarked
package com.socialflow.core;

import org.jspecify.annotations.NullMarked;
