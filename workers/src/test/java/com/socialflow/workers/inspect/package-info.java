@NullMarked
package com.socialflow.workers.inspect;

import org.jspecify.annotations.NullMarked;
