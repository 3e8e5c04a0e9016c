@NullMarked
package com.socialflow.workers.encode;

import org.jspecify.annotations.NullMarked;
