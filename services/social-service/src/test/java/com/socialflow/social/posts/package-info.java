@NullMarked
package com.socialflow.social.posts;

import org.jspecify.annotations.NullMarked;
