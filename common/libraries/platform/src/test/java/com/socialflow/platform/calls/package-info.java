@NullMarked
package com.socialflow.platform.calls;

import org.jspecify.annotations.NullMarked;
