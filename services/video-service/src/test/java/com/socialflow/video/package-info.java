@NullMarked
package com.socialflow.video;

import org.jspecify.annotations.NullMarked;
