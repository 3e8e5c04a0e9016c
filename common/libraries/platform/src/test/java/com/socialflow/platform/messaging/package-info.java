@NullMarked
package com.socialflow.platform.messaging;

import org.jspecify.annotations.NullMarked;
