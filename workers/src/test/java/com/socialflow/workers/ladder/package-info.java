@NullMarked
package com.socialflow.workers.ladder;

import org.jspecify.annotations.NullMarked;
