@NullMarked
package com.socialflow.social.timelines;

import org.jspecify.annotations.NullMarked;
