@NullMarked
package com.socialflow.platform.work;

import org.jspecify.annotations.NullMarked;
