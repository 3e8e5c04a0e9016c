@NullMarked
package com.socialflow.platform.config;

import org.jspecify.annotations.NullMarked;
