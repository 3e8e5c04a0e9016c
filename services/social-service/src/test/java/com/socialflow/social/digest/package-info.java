@NullMarked
package com.socialflow.social.digest;

import org.jspecify.annotations.NullMarked;
