@NullMarked
package com.socialflow.workers.cmaf;

import org.jspecify.annotations.NullMarked;
