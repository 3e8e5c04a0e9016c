@NullMarked
package com.socialflow.platform.images;

import org.jspecify.annotations.NullMarked;
