@NullMarked
package com.socialflow.video.catalogue;

import org.jspecify.annotations.NullMarked;
