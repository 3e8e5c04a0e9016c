@NullMarked
package com.socialflow.video.personal;

import org.jspecify.annotations.NullMarked;
