@NullMarked
package com.socialflow.video.upload;

import org.jspecify.annotations.NullMarked;
