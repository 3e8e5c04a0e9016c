@NullMarked
package com.socialflow.social.images;

import org.jspecify.annotations.NullMarked;
