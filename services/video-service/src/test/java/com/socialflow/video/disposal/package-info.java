@NullMarked
package com.socialflow.video.disposal;

import org.jspecify.annotations.NullMarked;
