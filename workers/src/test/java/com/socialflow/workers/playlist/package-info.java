@NullMarked
package com.socialflow.workers.playlist;

import org.jspecify.annotations.NullMarked;
