@NullMarked
package com.socialflow.user.images;

import org.jspecify.annotations.NullMarked;
