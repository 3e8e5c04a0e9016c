@NullMarked
package com.socialflow.social.live;

import org.jspecify.annotations.NullMarked;
