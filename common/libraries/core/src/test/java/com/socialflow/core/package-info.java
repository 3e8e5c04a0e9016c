@NullMarked
package com.socialflow.core;

import org.jspecify.annotations.NullMarked;
