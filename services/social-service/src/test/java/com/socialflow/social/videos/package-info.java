@NullMarked
package com.socialflow.social.videos;

import org.jspecify.annotations.NullMarked;
