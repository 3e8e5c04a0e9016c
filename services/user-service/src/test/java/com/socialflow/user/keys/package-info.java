@NullMarked
package com.socialflow.user.keys;

import org.jspecify.annotations.NullMarked;
