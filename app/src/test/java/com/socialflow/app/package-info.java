@NullMarked
package com.socialflow.app;

import org.jspecify.annotations.NullMarked;
