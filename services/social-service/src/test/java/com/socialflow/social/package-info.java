@NullMarked
package com.socialflow.social;

import org.jspecify.annotations.NullMarked;
