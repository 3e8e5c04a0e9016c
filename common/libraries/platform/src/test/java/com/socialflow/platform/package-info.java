@NullMarked
package com.socialflow.platform;

import org.jspecify.annotations.NullMarked;
