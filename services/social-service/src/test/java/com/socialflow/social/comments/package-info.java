@NullMarked
package com.socialflow.social.comments;

import org.jspecify.annotations.NullMarked;
